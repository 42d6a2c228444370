import type { Diagnostic } from '../model/diagnostic.ts'
import type { MapEntry, Node, ScalarNode } from '../model/node.ts'
import { readNumber } from './number.ts'

/** Maps and lists in which nothing was found. They never change, and overlays share most of theirs. */
const writable = new WeakSet<Node>()

/** What kustomize cannot write of a resource, and therefore refuses to build. */
export function findUnwritable(node: Node): readonly Diagnostic[] {
  if (node.kind === 'scalar') return inspectScalar(node)
  if (writable.has(node)) return []
  const found =
    node.kind === 'map'
      ? [...node.entries].flatMap(([key, entry]) => inspectEntry(key, entry))
      : node.items.flatMap(findUnwritable)
  if (found.length === 0) writable.add(node)
  return found
}

function inspectEntry(key: string, entry: MapEntry): readonly Diagnostic[] {
  const found = findUnwritable(entry.value)
  return entry.keyTag === undefined ? found : [refuseKey(key, entry), ...found]
}

function inspectScalar(node: ScalarNode): readonly Diagnostic[] {
  if (node.tag === 'str') return refuseControlCharacter(node)
  return node.tag === 'float' && !Number.isFinite(readNumber(node.text)) ? [refuseNumber(node)] : nothing
}

const nothing: readonly Diagnostic[] = []

function refuseKey(key: string, entry: MapEntry): Diagnostic {
  const message = `a key is "${key}", which is no string`
  return { code: 'yaml-key-not-string', severity: 'error', message, fix: 'put the key in quotes', source: entry.key }
}

/** What go-yaml v2 refuses in the JSON through which kustomize hands it a resource. */
const CONTROL_CHARACTER = /[\x7f\x80-\x84\x86-\x9f\ufffe\uffff]/

function refuseControlCharacter({ text, at }: ScalarNode): readonly Diagnostic[] {
  const control = CONTROL_CHARACTER.exec(text)
  if (control === null) return nothing
  const code = (control[0].codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')
  const message = `the value has the control character U+${code}, which kustomize cannot write`
  const fix = 'remove the character, or keep the value in binaryData'
  return [{ code: 'control-character', severity: 'error', message, fix, source: at }]
}

function refuseNumber({ text, at }: ScalarNode): Diagnostic {
  const message = `${text} has no form in JSON, so no Kubernetes object can hold it`
  const fix = 'write a finite number, or quote the text'
  return { code: 'number-not-finite', severity: 'error', message, fix, source: at }
}
