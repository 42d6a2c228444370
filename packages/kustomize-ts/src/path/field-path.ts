import type { Path } from '../model/path.ts'
import { splitPath } from './split-path.ts'

/**
 * The elements of a path as replacements write it: `spec.containers.[name=a.b].image`, `metadata.annotations.a\.b` or
 * `metadata.annotations.[a.b/c]`. An element `[key=value]` keeps its brackets; a bracketed map key loses them.
 */
export function parseFieldPath(text: string): string[] {
  const elements: string[] = []
  let open: string[] | undefined
  for (const element of splitPath(text, '.')) {
    if (open === undefined && !(element.startsWith('[') && !element.endsWith(']'))) {
      elements.push(element)
      continue
    }
    open = [...(open ?? []), element]
    if (open.length > 1 && element.endsWith(']')) {
      elements.push(closeBracket(open))
      open = undefined
    }
  }
  return open === undefined ? elements : [...elements, closeBracket(open)]
}

function closeBracket(parts: readonly string[]): string {
  const whole = parts.join('.')
  return whole.includes('=') ? whole : whole.replace(/^[[\]]+|[[\]]+$/g, '')
}

/** The text that {@link parseFieldPath} reads as this path of map keys and list indexes. */
export function formatFieldPath(path: Path): string {
  return path.map(step => String(step).replaceAll('.', '\\.')).join('.')
}
