const LETTER = /^\p{L}$/u
const DIGIT = /^\p{Nd}$/u

/**
 * The order of go-yaml's maps: letters by code point, everything else before letters, runs of digits by their value
 * (`a2` before `a10`).
 */
export function compareKeys(a: string, b: string): number {
  if (a === b) return 0
  const left = Array.from(a)
  const right = Array.from(b)
  const at = left.findIndex((character, i) => character !== right[i])
  if (at === -1 || at >= right.length) return left.length - right.length
  return compareAt(left, right, at)
}

function compareAt(left: readonly string[], right: readonly string[], at: number): number {
  const a = left[at] ?? ''
  const b = right[at] ?? ''
  const aIsLetter = isLetter(a)
  const bIsLetter = isLetter(b)
  if (aIsLetter && bIsLetter) return codeOf(a) - codeOf(b)
  if (aIsLetter || bIsLetter) return bIsLetter ? -1 : 1
  const start = continuesNumber(left, right, at) ? 1n : 0n
  const [aValue, aEnd] = readDigits(left, at, start)
  const [bValue, bEnd] = readDigits(right, at, start)
  if (aValue !== bValue) return aValue < bValue ? -1 : 1
  return aEnd - bEnd || codeOf(a) - codeOf(b)
}

/** A zero that follows a digit other than zero is part of a number, not the start of one. */
function continuesNumber(left: readonly string[], right: readonly string[], at: number): boolean {
  if (left[at] !== '0' && right[at] !== '0') return false
  for (let i = at - 1; i >= 0 && isDigit(left[i] ?? ''); i--) if (left[i] !== '0') return true
  return false
}

/** Value and end of the digits from here, in Go's int64, which wraps around. */
function readDigits(text: readonly string[], from: number, start: bigint): [bigint, number] {
  let value = start
  let end = from
  for (; end < text.length && isDigit(text[end] ?? ''); end++) {
    value = BigInt.asIntN(64, value * 10n + BigInt(codeOf(text[end] ?? '') - 0x30))
  }
  return [value, end]
}

function isLetter(character: string): boolean {
  const code = codeOf(character)
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a)
  return LETTER.test(character)
}

function isDigit(character: string): boolean {
  const code = codeOf(character)
  if (code < 0x80) return code >= 0x30 && code <= 0x39
  return DIGIT.test(character)
}

function codeOf(character: string): number {
  return character.codePointAt(0) ?? 0
}
