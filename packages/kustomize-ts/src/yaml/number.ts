const floatPattern = /^[-+]?(\.[0-9]+|[0-9]+(\.[0-9]*)?)([eE][-+]?[0-9]+)?$/
/** A leading dot goes straight to Go's float parser, which allows single underscores between digits. */
const dotPattern = /^\.[0-9](_?[0-9])*([eE][-+]?[0-9](_?[0-9])*)?$/
const special: Readonly<Record<string, number>> = {
  '.nan': Number.NaN,
  '.NaN': Number.NaN,
  '.NAN': Number.NaN,
  '.inf': Number.POSITIVE_INFINITY,
  '.Inf': Number.POSITIVE_INFINITY,
  '.INF': Number.POSITIVE_INFINITY,
  '+.inf': Number.POSITIVE_INFINITY,
  '+.Inf': Number.POSITIVE_INFINITY,
  '+.INF': Number.POSITIVE_INFINITY,
  '-.inf': Number.NEGATIVE_INFINITY,
  '-.Inf': Number.NEGATIVE_INFINITY,
  '-.INF': Number.NEGATIVE_INFINITY,
}
const smallest = -(2n ** 63n)
const largest = 2n ** 64n - 1n

/**
 * The integer that go-yaml reads in a plain scalar (`12`, `-0x1F`, `0777`, `0o17`, `0b101`, `1_000`), from the smallest
 * int64 to the largest uint64; undefined for all other text, larger integers among it.
 */
export function parseInteger(text: string): bigint | undefined {
  const match = /^([-+]?)(0[xX][0-9a-fA-F]+|0[bB][01]+|0[oO]?[0-7]+|0|[1-9][0-9]*)$/.exec(text.replaceAll('_', ''))
  if (match === null) return undefined
  const [, sign, digits = ''] = match
  const magnitude = BigInt(/^0[0-7]/.test(digits) ? `0o${digits.slice(1)}` : digits)
  const value = sign === '-' ? -magnitude : magnitude
  if (sign === '+' && value > largest / 2n) return undefined
  return value < smallest || value > largest ? undefined : value
}

/** The floating point number that go-yaml reads in a plain scalar which is no integer; undefined for all other text. */
export function parseDecimal(text: string): number | undefined {
  const named = special[text]
  if (named !== undefined) return named
  const plain = text.replaceAll('_', '')
  if (!(text.startsWith('.') ? dotPattern.test(text) : floatPattern.test(plain))) return undefined
  const value = Number(plain)
  return Number.isFinite(value) ? value : undefined
}
