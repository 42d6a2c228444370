import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { checkOutFleet } from '../../fleet/check-out-fleet.ts'
import { openTree } from '../../fleet/open-tree.ts'
import type { CheckOut } from '../../git/check-out.ts'
import { readOrigin } from '../../git/describe-commit.ts'
import { findCommit, findMainline, type Mainline } from '../../git/find-commit.ts'
import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Environment } from '../../model/environment.ts'
import type { FleetTree } from '../../model/fleet-tree.ts'
import type { Forge } from '../../rollout/forge.ts'
import { openForge } from '../../rollout/open-forge.ts'
import { findRollouts, type Rollout } from '../../rollout/progress/find-rollouts.ts'
import { type Report, readReport } from '../../rollout/progress/read-report.ts'
import { requireCurrent } from '../../rollout/require-current.ts'

/** All that is known of rollouts: what is deployed, and the pull requests. */
export interface Scene {
  readonly environment: Environment
  readonly forge: Forge
  readonly mainline: Mainline
  /** The commit that the main branch ends in. */
  readonly tip: string
  /** Its files, in a folder of their own. */
  readonly files: CheckOut
  readonly tree: FleetTree
  readonly rollouts: readonly Rollout[]
  /** What `verify` saw; absent where nobody gave its reports. */
  readonly reports?: readonly Report[]
}

/** Works on the main branch as the forge has it, whatever the work tree looks like. */
export async function withScene<Result>(
  environment: Environment,
  { verify }: { readonly verify?: readonly string[] },
  work: (scene: Scene) => Promise<Result>,
): Promise<Result> {
  const { root, cwd } = environment
  const reports = verify?.map(file => readReport(readText(resolve(cwd, file), file), file))
  const mainline = await findMainline(root)
  const tip = await findCommit(root, mainline.ref)
  const forge = await openForge(environment.forge, await readOrigin(root))
  // In this order: what is merged in between looks open, and is not touched, rather than taken back.
  const rollouts = findRollouts(await forge.listPullRequests('rollout/'))
  await requireCurrent(forge, mainline, tip)
  const files = await checkOutFleet(root, tip)
  try {
    const scene = { environment, forge, mainline, tip, files, tree: openTree(files.root), rollouts }
    return await work({ ...scene, ...(reports && { reports }) })
  } finally {
    files.remove()
  }
}

function readText(path: string, file: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    throw new CannotFinish(`--verify ${file}: it cannot be read (${error instanceof Error ? error.message : error})`)
  }
}
