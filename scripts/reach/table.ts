import type { Position } from 'kustomize-ts'
import { formatPorts } from './port-set.ts'
import type { Way } from './reach.ts'

/** What docs/reachability.md has under one heading. */
export interface Table {
  /** The first one is that of the rows' names. */
  readonly columns: readonly string[]
  readonly rows: ReadonlyMap<string, readonly Cell[]>
}

export interface Cell {
  readonly text: string
  /** What the manifests say here, for whoever asks why. */
  readonly ways: readonly Way[]
  /** The line that says so, where it is not one of a policy. */
  readonly place?: Position
}

export function plainCell(text: string, place?: Position): Cell {
  return { text, ways: [], ...(place ? { place } : {}) }
}

/** Two that Git does not know are none of its business. */
export const unjudged = plainCell('·')

/** One text where all ways agree, else each with the ways that it is for. */
export function toCell(ways: readonly Way[]): Cell {
  const byText = new Map<string, string[]>()
  for (const { from, to, ports } of ways) {
    const text = formatPorts(ports)
    byText.set(text, [...(byText.get(text) ?? []), from.name === to.name ? from.name : `${from.name} → ${to.name}`])
  }
  const [only] = byText.keys()
  if (byText.size === 1 && only !== undefined) return { text: only, ways }
  return { text: [...byText].map(([text, names]) => `${text} (${names.join(', ')})`).join('; '), ways }
}
