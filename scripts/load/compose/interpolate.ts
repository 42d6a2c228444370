import type { Node } from 'kustomize-ts'

const variable = /\$(?:\$|\{(?<name>\w+)(?::?-(?<fallback>[^}]*))?\})/g

/**
 * A document as Compose reads it where no variable of the environment is set: `${NAME:-default}` is the default, `$$` a
 * dollar sign. What has no default stays a placeholder (Compose Specification, "Interpolation").
 */
export function interpolate(node: Node): Node {
  if (node.kind === 'seq') return { ...node, items: node.items.map(interpolate) }
  if (node.kind === 'map') {
    const entries = [...node.entries].map(
      ([key, entry]) => [key, { ...entry, value: interpolate(entry.value) }] as const,
    )
    return { ...node, entries: new Map(entries) }
  }
  if (node.tag !== 'str' || !node.text.includes('$')) return node
  return { ...node, text: node.text.replace(variable, (whole, _name, fallback) => fill(whole, fallback)) }
}

function fill(whole: string, fallback: string | undefined): string {
  return whole === '$$' ? '$' : (fallback ?? whole)
}
