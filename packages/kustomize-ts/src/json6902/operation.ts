import type { Diagnostic } from '../model/diagnostic.ts'
import type { MapNode, Node, ScalarNode } from '../model/node.ts'
import type { Position } from '../model/position.ts'

/** One step of a patch. Faults in it show when it is applied: a patch that selects nothing may have them. */
export interface Operation {
  readonly op: string | undefined
  readonly path: ScalarNode | undefined
  readonly from: ScalarNode | undefined
  readonly value: Node | undefined
  readonly at: Position
}

export interface JsonPatch {
  readonly operations: readonly Operation[]
  readonly diagnostics: readonly Diagnostic[]
}

const keys: readonly string[] = ['op', 'path', 'from', 'value']

/** Reads a patch by RFC 6902: a list of maps. Null is a patch without operations. */
export function readJsonPatch(document: Node): JsonPatch {
  if (document.kind === 'scalar' && document.tag === 'null') return { operations: [], diagnostics: [] }
  if (document.kind !== 'seq') return refuse(document, 'a JSON 6902 patch is a list of operations')
  const stranger = document.items.find(item => item.kind !== 'map')
  if (stranger) return refuse(stranger, 'an operation of a JSON 6902 patch is a map with op and path')
  return {
    operations: document.items.flatMap(item => (item.kind === 'map' ? [readOperation(item)] : [])),
    diagnostics: document.items.flatMap(item => (item.kind === 'map' ? strangersIn(item) : [])),
  }
}

function readOperation(node: MapNode): Operation {
  return {
    op: readString(node, 'op')?.text,
    path: readString(node, 'path'),
    from: readString(node, 'from'),
    value: node.entries.get('value')?.value,
    at: node.at,
  }
}

/** kustomize reads over a key that an operation does not have: a misspelt `value` sets the field to null. */
function strangersIn(node: MapNode): readonly Diagnostic[] {
  return [...node.entries].flatMap(([name, { key }]) =>
    keys.includes(name)
      ? []
      : [
          {
            code: 'unknown-field',
            severity: 'warning' as const,
            message: `unknown field "${name}" in an operation of a JSON 6902 patch`,
            fix: `known are ${keys.join(', ')}`,
            source: key,
          },
        ],
  )
}

function readString(node: MapNode, name: string): ScalarNode | undefined {
  const value = node.entries.get(name)?.value
  return value?.kind === 'scalar' && value.tag === 'str' ? value : undefined
}

function refuse(node: Node, message: string): JsonPatch {
  const fix = 'write `- op: replace`, `path: /spec/replicas`, `value: 3`'
  return {
    operations: [],
    diagnostics: [{ code: 'json-patch-shape', severity: 'error', message, fix, source: node.at }],
  }
}
