import type { Node } from '../model/node.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'

/**
 * A value as kustomize reads it for a variable: a number as Go's strconv does, so that 0777 is 777 and 0x1F none at
 * all. Everything that is no number and no boolean is a text. Undefined where it cannot be read.
 */
export function readValue(node: Node): Node | undefined {
  if (node.kind !== 'scalar' || node.tag === 'str') return node
  if (node.untagged) return { ...node, tag: 'str' }
  if (node.tag === 'int')
    return isDecimal(node.text) ? { ...node, text: String(BigInt(unsigned(node.text))) } : undefined
  if (node.tag === 'float') return FLOAT.test(node.text) ? node : undefined
  if (node.tag === 'bool') return { ...node, text: String(parseBoolean(node.text)) }
  return { ...node, tag: 'str' }
}

const FLOAT = /^[-+]?(\.\d+|\d+(\.\d*)?)([eE][-+]?\d+)?$/

/** Whether a text is a decimal number of 64 bits, with leading zeros as it pleases. */
function isDecimal(text: string): boolean {
  if (!/^[-+]?\d+$/.test(text)) return false
  const value = BigInt(unsigned(text))
  return BigInt.asIntN(64, value) === value
}

function unsigned(text: string): string {
  return text.replace(/^\+/, '')
}
