import { refuseValue } from '../emit/refuse-value.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Node } from '../model/node.ts'

/** Nodes without anything of the kind: every resource of a base is asked again by each overlay that patches it. */
const sound = new WeakSet<Node>()

/** The first value of a tree that has no form in JSON. */
export function findNotJson(node: Node): Diagnostic | undefined {
  if (node.kind === 'scalar') return refuseValue(node)
  if (sound.has(node)) return undefined
  const found = node.kind === 'seq' ? findFirst(node.items) : findFirst(valuesOf(node.entries.values()))
  if (found === undefined) sound.add(node)
  return found
}

function findFirst(nodes: Iterable<Node>): Diagnostic | undefined {
  for (const node of nodes) {
    const found = findNotJson(node)
    if (found !== undefined) return found
  }
  return undefined
}

function* valuesOf(entries: Iterable<{ readonly value: Node }>): Iterable<Node> {
  for (const { value } of entries) yield value
}
