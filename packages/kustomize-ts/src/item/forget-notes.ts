import type { Item } from '../model/item.ts'

/**
 * An item whose annotations were all replaced, and with them what kustomize notes there: its earlier names, and that
 * its name gets a hash.
 */
export function forgetNotes({ root, variables }: Item): Item {
  return { root, previous: [], prefixes: [], suffixes: [], needsHash: false, variables }
}
