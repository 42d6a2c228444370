/** What a branch of a rollout says of its pull request. */
export interface BranchName {
  /** Of the rollout: `release-3.2.8-0a1b2c3d`. */
  readonly id: string
  /** From 1: how often this rollout has been started. */
  readonly attempt: number
  /** From 1. */
  readonly step: number
}

/** What the branches of all rollouts begin with. */
const branchPrefix = 'rollout/'

const shape = /^rollout\/([a-z0-9]+(?:[.-][a-z0-9]+)*-[0-9a-f]{8})\/([1-9]\d{0,5})\/([1-9]\d{0,5})$/

export function formatBranch({ id, attempt, step }: BranchName): string {
  return `${branchPrefix}${id}/${attempt}/${step}`
}

/** Undefined for a branch of anybody else. */
export function parseBranch(branch: string): BranchName | undefined {
  const [, id, attempt, step] = shape.exec(branch) ?? []
  return id === undefined ? undefined : { id, attempt: Number(attempt), step: Number(step) }
}
