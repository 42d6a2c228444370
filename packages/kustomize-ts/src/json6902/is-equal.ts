import type { Node } from '../model/node.ts'

/** Whether two trees that went through JSON hold the same data. Missing and null are the same. */
export function isEqual(a: Node | undefined, b: Node | undefined): boolean {
  if (isNull(a) || isNull(b)) return isNull(a) && isNull(b)
  if (a?.kind === 'map' && b?.kind === 'map') {
    if (a.entries.size !== b.entries.size) return false
    return [...a.entries].every(
      ([name, entry]) => b.entries.has(name) && isEqual(entry.value, b.entries.get(name)?.value),
    )
  }
  if (a?.kind === 'seq' && b?.kind === 'seq') {
    return a.items.length === b.items.length && a.items.every((item, i) => isEqual(item, b.items[i]))
  }
  return a?.kind === 'scalar' && b?.kind === 'scalar' && (a.tag === 'str') === (b.tag === 'str') && a.text === b.text
}

function isNull(node: Node | undefined): boolean {
  return node === undefined || (node.kind === 'scalar' && node.tag === 'null')
}
