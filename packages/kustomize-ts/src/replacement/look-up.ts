import type { Node } from '../model/node.ts'
import { isElementMatch } from './edit-matches.ts'

/** The field at a path, undefined where there is none; a failure where the path cannot lead anywhere. */
export type Lookup = { readonly node: Node | undefined } | { readonly failure: string }

/** Follows a path as kustomize reads values: like a walk, but `[key=value]` means that very value, and no `*`. */
export function lookUp(root: Node, path: readonly string[]): Lookup {
  let node: Node | undefined = root
  for (const part of path.map(element => element.trim()).filter(element => element !== '')) {
    if (node === undefined) return { node }
    const next: Lookup = step(node, part)
    if ('failure' in next) return next
    node = next.node
  }
  return { node }
}

function step(node: Node, part: string): Lookup {
  if (node.kind === 'scalar' && node.tag === 'null') return { node: undefined }
  if (part === '*') return { failure: 'wildcard is not supported here' }
  if (/^-\d+$/.test(part)) return { failure: `array index ${part} cannot be negative` }
  const isIndex = /^\+?\d+$/.test(part) || part === '-'
  if (isIndex || isElementMatch(part)) {
    if (node.kind !== 'seq') return { failure: `it has a ${node.kind} where the path needs a list` }
    return isIndex ? { node: node.items.at(part === '-' ? -1 : Number(part)) } : findElement(node.items, part)
  }
  if (node.kind !== 'map') return { failure: `it has a ${node.kind} where the path has the key "${part}"` }
  return { node: node.entries.get(part)?.value }
}

function findElement(items: readonly Node[], part: string): Lookup {
  const split = part.indexOf('=')
  if (split < 0) return { failure: `"${part}" is not [key=value]` }
  const key = part.slice(1, split)
  const value = part.slice(split + 1, -1)
  const node = items.find(item => {
    const field = key === '' ? item : item.kind === 'map' ? item.entries.get(key)?.value : undefined
    return field?.kind === 'scalar' && field.text === value
  })
  return { node }
}

/** The root with the node at a path, which leads somewhere, exchanged. */
export function editAlong(root: Node, path: readonly string[], edit: (node: Node) => Node): Node {
  const [part, ...rest] = path.map(element => element.trim()).filter(element => element !== '')
  if (part === undefined) return edit(root)
  const child = step(root, part)
  if ('failure' in child || child.node === undefined) return root
  const edited = editAlong(child.node, rest, edit)
  if (root.kind === 'map') {
    const entries = new Map(root.entries)
    const entry = entries.get(part)
    if (entry !== undefined) entries.set(part, { ...entry, value: edited })
    return { ...root, entries }
  }
  return root.kind === 'seq' ? { ...root, items: root.items.map(item => (item === child.node ? edited : item)) } : root
}
