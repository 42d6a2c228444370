import type { Diagnostic } from '../model/diagnostic.ts'
import type { MapEntry, MapNode, Node, ScalarNode } from '../model/node.ts'
import { refuseValue } from './refuse-value.ts'

/** What kustomize cannot write of a resource, and therefore refuses to build. */
export function findUnwritable(root: Node): readonly Diagnostic[] {
  const found: Diagnostic[] = []
  inspect(root, found)
  return found
}

function inspect(node: Node, found: Diagnostic[]): void {
  if (node.kind === 'scalar') inspectScalar(node, found)
  else if (node.kind === 'seq') for (const item of node.items) inspect(item, found)
  else {
    for (const [key, entry] of node.repeated ?? []) found.push(refuseRepeated(key, node.entries.get(key), entry))
    for (const entry of node.entries.values()) {
      if (entry.keyTag !== undefined) found.push(refuseKey(node, entry))
      inspect(entry.value, found)
    }
  }
}

function refuseRepeated(key: string, first: MapEntry | undefined, { key: source }: MapEntry): Diagnostic {
  const place = first === undefined ? 'above' : `in line ${first.key.line}, column ${first.key.column}`
  const message = `the key "${key}" stands here again, and nothing is there to merge with; it is already ${place}`
  return { code: 'yaml-duplicate-key', severity: 'error', message, fix: 'keep one of the two', source }
}

function inspectScalar(node: ScalarNode, found: Diagnostic[]): void {
  if (node.tag === 'str' && CONTROL_CHARACTER.test(node.text)) found.push(refuseControlCharacter(node))
  const refusal = refuseValue(node)
  if (refusal !== undefined) found.push(refusal)
}

function refuseKey({ entries }: MapNode, entry: MapEntry): Diagnostic {
  const [key = ''] = [...entries].find(([, other]) => other === entry) ?? []
  const message = `a key is "${key}", which is no string`
  return { code: 'yaml-key-not-string', severity: 'error', message, fix: 'put the key in quotes', source: entry.key }
}

/** What go-yaml v2 refuses in the JSON through which kustomize hands it a resource. */
const CONTROL_CHARACTER = /[\x7f\x80-\x84\x86-\x9f\ufffe\uffff]/

function refuseControlCharacter({ text, at }: ScalarNode): Diagnostic {
  const control = CONTROL_CHARACTER.exec(text)?.[0] ?? ''
  const code = (control.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const message = `the value has the control character U+${code}, which kustomize cannot write`
  const fix = 'remove the character, or keep the value in binaryData'
  return { code: 'control-character', severity: 'error', message, fix, source: at }
}
