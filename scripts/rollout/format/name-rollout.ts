import { createHash } from 'node:crypto'

/**
 * The id of a rollout: the same for the same change and the same clusters, however often and wherever it is asked for. It
 * begins with what a person can read, and is fit for the name of a branch.
 */
export function nameRollout(set: string, to: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify([set, ...to]))
  const words = set.toLowerCase().match(/[a-z0-9]+/g) ?? []
  const dotted = words.reduce((text, word) => text + (/\d$/.test(text) && /^\d/.test(word) ? '.' : '-') + word, '')
  const readable = dotted.slice(1, 41).replace(/[.-]+$/, '')
  return `${readable || 'rollout'}-${hash.digest('hex').slice(0, 8)}`
}
