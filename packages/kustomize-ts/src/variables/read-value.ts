import type { Node } from '../model/node.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'

/**
 * A value as kustomize reads it for a variable: a number as Go's strconv does, so that 0777 is 777 and 0x1F none at
 * all. Everything that is no number and no boolean is a text. Undefined where it cannot be read.
 */
export function readValue(node: Node): Node | undefined {
  if (node.kind !== 'scalar') return node
  const { tag, text, typed, untagged } = node
  const type = untagged ? 'str' : (typed ?? tag)
  if (type === 'int') return isDecimal(text) ? { ...node, tag: type, text: String(BigInt(unsigned(text))) } : undefined
  if (type === 'float') return FLOAT.test(text) ? { ...node, tag: type, text: formatFixed(Number(text)) } : undefined
  if (type === 'bool') return { ...node, tag: type, text: String(parseBoolean(text)) }
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

/** Go's `strconv.FormatFloat(value, 'f', -1, 64)`: never with an exponent. */
function formatFixed(value: number): string {
  const [mantissa = '', exponent = '0'] = String(value).split('e')
  const power = Number(exponent)
  if (power === 0) return mantissa
  const [, sign = '', whole = '', , fraction = ''] = /^(-?)(\d+)(\.(\d+))?$/.exec(mantissa) ?? []
  const digits = whole + fraction
  if (power < 0) return `${sign}0.${digits.padStart(digits.length - power - whole.length, '0')}`
  return sign + digits.padEnd(whole.length + power, '0')
}
