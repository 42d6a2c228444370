import type { MapNode, Node, Position, Provenance } from 'kustomize-ts'
import { parseJson } from '../../json/parse-json.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'

export interface ReadConfig {
  readonly root?: MapNode
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a config.json. `place` turns a place in the text into one in a file. */
export function readConfig(text: string, place: (line: number, column: number) => Position): ReadConfig {
  const { root, problems } = parseJson(text.replace(/^\uFEFF/, ''))
  const diagnostics = problems.map(
    ({ message, line, column }): Diagnostic => ({
      code: 'config-syntax',
      severity: root === undefined ? 'error' : 'warning',
      message: `the config is not right as JSON: ${message}`,
      fix: 'correct it in the source',
      source: place(line, column),
    }),
  )
  if (root === undefined) return { diagnostics }
  if (root.kind !== 'map') return { diagnostics: [...diagnostics, notObject(place(1, 1))] }
  return { root: move(root, ({ line, column }) => place(line, column)) as MapNode, diagnostics }
}

function notObject(source: Position): Diagnostic {
  const message = 'the config is not a JSON object'
  return { code: 'config-syntax', severity: 'error', message, fix: 'correct it in the source', source }
}

/** The same tree with all its places moved. */
function move(node: Node, to: (at: Provenance) => Position): Node {
  const at = to(node.at)
  if (node.kind === 'scalar') return { ...node, at }
  if (node.kind === 'seq') return { kind: 'seq', items: node.items.map(item => move(item, to)), at }
  const entries = [...node.entries].map(
    ([name, { key, value }]) => [name, { key: to(key), value: move(value, to) }] as const,
  )
  return { kind: 'map', entries: new Map(entries), at }
}
