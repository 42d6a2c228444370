import type { Diagnostic } from '../model/diagnostic.ts'
import type { ScalarNode } from '../model/node.ts'
import { resolveTag } from '../yaml/resolve-tag.ts'
import { CANONICAL_INTEGER, readNumber } from './number.ts'

/** Why a value has no form in JSON, which kustomize writes of a resource to patch and to print it. */
export function refuseValue(node: ScalarNode): Diagnostic | undefined {
  const { tag, text } = node
  if (tag === 'str' || (tag === 'int' && CANONICAL_INTEGER.test(text))) return undefined
  if (!fitsTag(node)) return refuseText(node)
  return tag === 'float' && !Number.isFinite(readNumber(text)) ? refuseNumber(node) : undefined
}

/** Whether a text can be what its tag says: a replacement puts any text into a field, and leaves the field its type. */
function fitsTag({ tag, text }: ScalarNode): boolean {
  const own = resolveTag(text, 'v3')
  return own === tag || (tag === 'float' && own === 'int')
}

const TYPES = {
  str: 'a text',
  int: 'an integer',
  float: 'a number',
  bool: 'a boolean',
  null: 'null',
  timestamp: 'a time',
}

function refuseText({ text, tag, at }: ScalarNode): Diagnostic {
  const message = `"${text}" is put into a field of which the value was ${TYPES[tag]}, and kustomize keeps the type of a field`
  const fix = 'put the old value of the field in quotes, so that it is a text'
  return { code: 'value-of-other-type', severity: 'error', message, fix, source: at }
}

function refuseNumber({ text, at }: ScalarNode): Diagnostic {
  const message = `${text} has no form in JSON, so no Kubernetes object can hold it`
  const fix = 'write a finite number, or quote the text'
  return { code: 'number-not-finite', severity: 'error', message, fix, source: at }
}
