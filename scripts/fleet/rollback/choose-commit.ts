import { listChanged } from '../../git/check-out.ts'
import { describeCommit, findLastChange, findMerged, requireAncestor } from '../../git/describe-commit.ts'
import { findCommit, type Mainline } from '../../git/find-commit.ts'
import { CannotFinish } from '../../model/cannot-finish.ts'
import { chooseCluster } from '../choose-cluster.ts'
import { readFleet } from '../plan-fleet.ts'
import { isDeployed } from './kinds-of-files.ts'

/** What a person may say of the change to take back: exactly one of the first three. */
export interface RollbackChoice {
  readonly commit?: string
  readonly pr?: string
  readonly cluster?: string
  readonly only?: readonly string[]
}

export interface ChosenCommit {
  readonly commit: string
  /** The first line of its message. */
  readonly subject: string
  /** The names of the clusters to take it back for; absent: all. */
  readonly only?: readonly string[]
}

/** The commit that a person means, which the tip must have. Throws CannotFinish where nothing can be taken back. */
export async function chooseCommit(
  root: string,
  choice: RollbackChoice,
  tip: string,
  mainline: Mainline,
): Promise<ChosenCommit> {
  const { fleet } = readFleet(root)
  const named = [...(choice.only ?? []), ...(choice.cluster === undefined ? [] : [choice.cluster])]
  const only = [...new Set(named.map(name => chooseCluster(name, fleet).name))].sort()
  const commit = await find(root, choice, only, tip)
  await requireAncestor(root, commit, tip, mainline.ref)
  const { parents, subject } = await describeCommit(root, commit)
  if (parents.length === 0)
    throw new CannotFinish(`${commit.slice(0, 10)} is the first commit: nothing was there before it`)
  await requireDeployed(root, commit, only)
  return { commit, subject, ...(only.length > 0 && { only }) }
}

async function find(root: string, choice: RollbackChoice, only: readonly string[], tip: string): Promise<string> {
  const given = [choice.commit, choice.pr, choice.cluster].filter(one => one !== undefined)
  if (given.length !== 1) throw new CannotFinish('say what to take back: exactly one of --commit, --pr and --cluster')
  if (choice.commit !== undefined) return findCommit(root, choice.commit)
  return choice.pr === undefined ? findChangeOf(root, only, tip) : findPullRequest(root, choice.pr, tip)
}

async function findChangeOf(root: string, [cluster = '']: readonly string[], tip: string): Promise<string> {
  const found = await findLastChange(root, tip, `clusters/${cluster}`)
  if (found === undefined) throw new CannotFinish(`no commit has ever changed clusters/${cluster}`)
  return found
}

async function findPullRequest(root: string, text: string, tip: string): Promise<string> {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new CannotFinish(`--pr ${JSON.stringify(text)} is no number`)
  const found = await findMerged(root, tip, Number(text))
  if (found.length === 1 && found[0] !== undefined) return found[0]
  const what = found.length === 0 ? 'no commit names' : `${found.length} commits name`
  throw new CannotFinish(
    `${what} pull request #${text} in the first line of its message, as GitHub merges and squashes do: take its commits back by --commit, the last one first`,
  )
}

async function requireDeployed(root: string, commit: string, only: readonly string[]): Promise<void> {
  const changed = await listChanged(root, `${commit}^1`, commit)
  if (!changed.some(isDeployed))
    throw new CannotFinish(
      `${commit.slice(0, 10)} changes nothing in base/, overlays/ or clusters/: nothing of it is deployed`,
    )
  const shared = changed.find(path => /^(base|overlays)\//.test(path))
  if (only.length > 0 && shared !== undefined)
    throw new CannotFinish(
      `${commit.slice(0, 10)} changes ${shared}, which all clusters share: take all of it back, or give the old state to some by a feature`,
    )
}
