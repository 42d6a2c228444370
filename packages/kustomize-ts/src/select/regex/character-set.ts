import { type Flags, SyntaxFault } from './syntax.ts'

/** First and last code point. */
export type Range = readonly [number, number]

/**
 * Code points: ranges, classes that JavaScript knows by name (`\p{L}`), and all that other sets lack. Folding comes
 * before lacking: without regard to case `\W` has no k, since a Kelvin sign is one.
 */
export interface CharacterSet {
  readonly ranges?: readonly Range[]
  readonly classes?: readonly string[]
  readonly lackedBy?: readonly CharacterSet[]
}

function rangesOf(text: string): Range[] {
  return (text.match(/[\s\S]-[\s\S]|[\s\S]/g) ?? []).map(part => [part.charCodeAt(0), part.charCodeAt(part.length - 1)])
}

const PERL: Readonly<Record<string, readonly Range[]>> = {
  d: rangesOf('0-9'),
  s: rangesOf('\t\n\f\r '),
  w: rangesOf('0-9A-Z_a-z'),
}

/** `\d`, `\S` and their like. */
export function perlClass(letter: string): CharacterSet {
  const set = { ranges: PERL[letter.toLowerCase()] ?? [] }
  return letter === letter.toLowerCase() ? set : { lackedBy: [set] }
}

const POSIX: Readonly<Record<string, readonly Range[]>> = {
  alnum: rangesOf('0-9A-Za-z'),
  alpha: rangesOf('A-Za-z'),
  ascii: rangesOf('\0-\x7f'),
  blank: rangesOf('\t '),
  cntrl: rangesOf('\0-\x1f\x7f'),
  digit: rangesOf('0-9'),
  graph: rangesOf('!-~'),
  lower: rangesOf('a-z'),
  print: rangesOf(' -~'),
  punct: rangesOf('!-/:-@[-`{-~'),
  space: rangesOf('\t-\r '),
  upper: rangesOf('A-Z'),
  word: rangesOf('0-9A-Za-z_'),
  xdigit: rangesOf('0-9A-Fa-f'),
}

/** The name between `[:` and `:]`. */
export function posixClass(name: string): CharacterSet {
  const ranges = POSIX[name.replace(/^\^/, '')]
  if (ranges === undefined) throw new SyntaxFault(`[:${name}:] is no class of characters`)
  return name.startsWith('^') ? { lackedBy: [{ ranges }] } : { ranges }
}

/** The name in `\p{name}` or, negated, `\P{name}`: a general category or a script. */
export function unicodeClass(name: string, isNegated: boolean): CharacterSet {
  const bare = name.replace(/^\^/, '')
  const property = /^[A-Z][a-z]?$|^Any$/.test(bare) ? bare : `Script=${bare}`
  const source = `\\p{${property}}`
  if (!isKnown(source)) throw new SyntaxFault(`\\p{${name}} is no class of characters`)
  const set = { classes: [source] }
  return isNegated !== name.startsWith('^') ? { lackedBy: [set] } : set
}

function isKnown(source: string): boolean {
  try {
    return new RegExp(source, 'u') !== undefined
  } catch {
    return false
  }
}

/** A test for one code point. Case is folded as both languages do it, simply. */
export function acceptSet(set: CharacterSet, flags: Flags): (code: number) => boolean {
  const { ranges = [], classes = [], lackedBy = [] } = set
  const parts = ranges.map(([first, last]) => `\\u{${first.toString(16)}}-\\u{${last.toString(16)}}`)
  const expression = new RegExp(`^[${parts.join('')}${classes.join('')}]$`, flags.ignoreCase ? 'iu' : 'u')
  const lacking = lackedBy.map(other => acceptSet(other, flags))
  const accepts = (code: number) =>
    expression.test(String.fromCodePoint(code)) || lacking.some(acceptsOther => !acceptsOther(code))
  const ascii = Array.from({ length: 128 }, (_, code) => accepts(code))
  return code => ascii[code] ?? accepts(code)
}

export function acceptCharacter(code: number, flags: Flags): (code: number) => boolean {
  return flags.ignoreCase ? acceptSet({ ranges: [[code, code]] }, flags) : other => other === code
}
