import type { Deployment } from '../model/history.ts'
import { type Clue, findClues } from './read-message.ts'

/**
 * Adds to deployments (the oldest first) which of them takes back which other. A revert that was reverted itself takes
 * nothing back any more.
 */
export function findReverts(
  deployments: readonly Deployment[],
  messageOf: (commit: string) => string,
): readonly Deployment[] {
  const targets = new Map<string, string>()
  for (const [at, { commit }] of deployments.entries()) {
    const target = findTarget(findClues(messageOf(commit)), at, deployments)
    if (target !== undefined) targets.set(commit, target.commit)
  }
  const standing = new Map<string, string>()
  for (const { commit } of [...deployments].reverse()) {
    const target = targets.get(commit)
    if (target !== undefined && !standing.has(commit) && !standing.has(target)) standing.set(target, commit)
  }
  return deployments.map(one => {
    const [takesBack, takenBackBy] = [targets.get(one.commit), standing.get(one.commit)]
    return { ...one, ...(takesBack && { takesBack }), ...(takenBackBy && { takenBackBy }) }
  })
}

/** The newest one that the surest clue fits: a subject may have been there before. */
function findTarget(clues: readonly Clue[], end: number, all: readonly Deployment[]): Deployment | undefined {
  for (const clue of clues) {
    const found = all
      .slice(0, end)
      .reverse()
      .find(one => fits(clue, one))
    if (found !== undefined) return found
  }
  return undefined
}

function fits(clue: Clue, { commit, pullRequest, subject }: Deployment): boolean {
  if ('commit' in clue) return commit.startsWith(clue.commit)
  if ('pullRequest' in clue) return pullRequest === clue.pullRequest
  return subject === clue.subject
}
