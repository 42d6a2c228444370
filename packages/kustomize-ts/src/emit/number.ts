import { parseDecimal, parseInteger } from '../yaml/number.ts'

/** Integers that are printed as they are written. */
export const CANONICAL_INTEGER = /^(?:0|-?[1-9]\d{0,14})$/
const UNSIGNED_END = 1n << 64n
const SIGNED_START = -(1n << 63n)

/** The decimal text of an integer as kustomize prints it: 0x1F, 0o17, 0777, 0b101, 1_000 and +5 lose their form. */
export function formatInteger(text: string): string {
  if (CANONICAL_INTEGER.test(text)) return text
  return parseInteger(text)?.toString() ?? formatFloat(readNumber(text))
}

/** A number as go-yaml reads it. Not finite for `.inf` and `.nan`. */
export function readNumber(text: string): number {
  const integer = parseInteger(text)
  return integer === undefined ? (parseDecimal(text) ?? Number(text)) : Number(integer)
}

/**
 * The text of a float after Go's JSON encoder wrote it and go-yaml v2 read and wrote it again: whole numbers become
 * integers where 64 bits hold them, all others take the shape of {@link formatGeneral}.
 */
export function formatFloat(value: number): string {
  if (Object.is(value, -0)) return '0'
  if (!Number.isInteger(value) || Math.abs(value) >= 1e21) return formatGeneral(value)
  const digits = String(value)
  const whole = BigInt(digits)
  return whole < UNSIGNED_END && whole >= SIGNED_START ? digits : formatGeneral(value)
}

/** Go's `strconv.FormatFloat(value, 'g', -1, 64)`: an exponent below 1e-4 and from 1e6 on, in two digits or more. */
export function formatGeneral(value: number): string {
  const [mantissa = '', exponent = ''] = value.toExponential().split('e')
  const power = Number(exponent)
  if (power >= -4 && power < 6) return Object.is(value, -0) ? '-0' : String(value)
  return `${mantissa}e${power < 0 ? '-' : '+'}${String(Math.abs(power)).padStart(2, '0')}`
}
