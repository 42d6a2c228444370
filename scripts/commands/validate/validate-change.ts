import { checkOutFleet } from '../../fleet/check-out-fleet.ts'
import { compareWithEarlier } from '../../fleet/compare-with-earlier.ts'
import { listChanged } from '../../git/check-out.ts'
import { findCommit, findMergeBase } from '../../git/find-commit.ts'
import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Environment } from '../../model/environment.ts'
import { nearest } from '../../text/nearest.ts'
import { changeRules } from '../../validate/change-rules/index.ts'
import { type ValidateArguments, validate } from '../validate.ts'

export interface ChangeArguments extends ValidateArguments {
  /** Absent where its user has said what is accepted, and of what. */
  readonly base?: string
  readonly accept?: readonly string[]
}

/** Validates the files as they are, and what they change since they parted from a commit. */
export async function validateChange(
  paths: readonly string[],
  options: ChangeArguments,
  environment: Environment,
): Promise<0 | 1> {
  const { root } = environment
  const { base } = options
  if (base === undefined)
    throw new CannotFinish('--accept says what of a change is accepted: name by --base what to compare with')
  if (paths.length > 0)
    throw new CannotFinish(
      `--base compares all clusters: leave out ${paths.map(path => JSON.stringify(path)).join(' ')}`,
    )
  const accepted = readAccepted(options.accept ?? [])
  const commit = await findMergeBase(root, await findCommit(root, base), await findCommit(root, 'HEAD'))
  const before = await checkOutFleet(root, commit)
  try {
    const changed = await listChanged(root, commit)
    const earlier = { name: base, root: before.root, changed, accepted }
    return validate(paths, options, environment, (clusters, step) =>
      compareWithEarlier(earlier, { root, clusters }, step('kustomizations compared')),
    )
  } finally {
    before.remove()
  }
}

function readAccepted(codes: readonly string[]): ReadonlySet<string> {
  const known = changeRules.map(({ id }) => id)
  for (const code of codes.filter(one => !known.includes(one))) {
    const near = nearest(code, known)
    const hint = near === undefined ? `what can be accepted is ${known.join(', ')}` : `did you mean "${near}"?`
    throw new CannotFinish(`--accept ${JSON.stringify(code)}: ${hint}`)
  }
  return new Set(codes)
}
