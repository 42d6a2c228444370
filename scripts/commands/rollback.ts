import { foldChanges } from '../diff/fold-changes.ts'
import { diffTrees } from '../fleet/diff-trees.ts'
import { judgeTree } from '../fleet/judge-tree.ts'
import { buildRollback, type Rollback } from '../fleet/rollback/build-rollback.ts'
import { chooseCommit, type RollbackChoice } from '../fleet/rollback/choose-commit.ts'
import { refuseRollback } from '../fleet/rollback/refuse-rollback.ts'
import { readOrigin } from '../git/describe-commit.ts'
import { findCommit, findMainline } from '../git/find-commit.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Environment } from '../model/environment.ts'
import { namePath } from '../path/name-path.ts'
import { formatMarkdown } from '../report/diff/markdown.ts'
import { type Progress, startProgress } from '../report/progress.ts'
import { formatDiagnostics } from '../report/text.ts'
import type { Forge, PullRequestDraft } from '../rollout/forge.ts'
import { openForge } from '../rollout/open-forge.ts'
import { requireCurrent } from '../rollout/require-current.ts'
import { describeRollback } from '../rollout/rollback/describe-rollback.ts'
import { showControls } from '../text/show-controls.ts'

export interface RollbackArguments extends RollbackChoice {
  readonly reason: string
  readonly base?: string
  readonly dryRun: boolean
}

/** Takes a commit back: builds the tree, proves it, and opens a pull request with it. */
export async function rollback(options: RollbackArguments, environment: Environment): Promise<0 | 1> {
  const { root, write } = environment
  const mainline = options.base === undefined ? await findMainline(root) : { ref: options.base, branch: options.base }
  const tip = await findCommit(root, mainline.ref)
  const forge = options.dryRun ? undefined : await openForge(environment.forge, await readOrigin(root))
  if (forge !== undefined) await requireCurrent(forge, mainline, tip)
  const chosen = await chooseCommit(root, options, tip, mainline)
  const reason = `${options.reason}: ${chosen.subject} (${chosen.commit.slice(0, 10)})`
  const built = await buildRollback({ root, tip, ...chosen, reason })
  const { changes, diagnostics } = prove(built, environment)
  try {
    if (diagnostics.some(({ severity }) => severity === 'error')) return refuse(diagnostics, built, environment)
    if (built.changes.size === 0)
      throw new CannotFinish('nothing of it is there any more: there is nothing to take back')
    const facts = { ...chosen, reason: options.reason, holds: built.holds }
    const draft = {
      ...describeRollback(facts, room => formatMarkdown(changes.diff, changes.folded, room)),
      base: mainline.branch,
    }
    write(
      forge === undefined ? showDraft(draft, built) : await open(forge, draft, { tip, commit: chosen.commit }, built),
    )
    return 0
  } finally {
    for (const tree of [built.before, built.after]) tree.remove()
  }
}

/** What the rollback changes in the clusters, and all that speaks against it. */
function prove(built: Rollback, environment: Environment) {
  const progress = startProgress(environment)
  const { diff, diagnostics } = diffTrees(toTrees(built), progress.step('kustomizations rendered'))
  const folded = foldChanges(diff.clusters)
  const found = built.diagnostics.length > 0 ? built.diagnostics : judge(built, environment, progress)
  progress.end()
  return { changes: { diff, folded }, diagnostics: [...found, ...diagnostics, ...refuseRollback(folded)] }
}

const toTrees = ({ before, after, changes }: Rollback) => ({
  before: before.root,
  after: after.root,
  changed: [...changes.keys()],
})

function judge({ after }: Rollback, { root }: Environment, progress: Progress): readonly Diagnostic[] {
  const where = { root: after.root, cwd: after.root }
  return judgeTree([], { release: '3.2.8', toolchain: root }, where, progress.step).diagnostics
}

function refuse(diagnostics: readonly Diagnostic[], { before, after }: Rollback, environment: Environment): 1 {
  const nameOf = (path: string) =>
    namePath({ root: path.startsWith(before.root) ? before.root : after.root, cwd: after.root }, path)
  const options = { hasColor: environment.hasColor, isWhole: false, durationMs: 0, nameOf }
  environment.writeError(
    `${formatDiagnostics(diagnostics, options)}\nno pull request: this cannot be rolled back as it is\n`,
  )
  return 1
}

function showDraft({ branch, base, title, body }: PullRequestDraft, { changes }: Rollback): string {
  const files = [...changes].map(([path, text]) => `  ${text === undefined ? 'delete' : 'write '} ${path}`)
  return showControls([`${branch} → ${base}: ${title}`, '', body, '', ...files, ''].join('\n'))
}

async function open(
  forge: Forge,
  draft: PullRequestDraft,
  { tip, commit }: { readonly tip: string; readonly commit: string },
  { changes }: Rollback,
): Promise<string> {
  const { branch, title } = draft
  await forge.commit({
    // The line of `git revert`: from it, `npm run history` knows what was taken back.
    message: `${title}\n\nThis reverts commit ${commit}.`,
    ...{ branch, parent: tip, expected: await forge.readBranch(branch) },
    changes: [...changes].map(([path, text]) => ({ path, text })),
  })
  const { number, url } = await forge.savePullRequest(draft)
  return showControls(`#${number} ${title}\n${url}\n`)
}
