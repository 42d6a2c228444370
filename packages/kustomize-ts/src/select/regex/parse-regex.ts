import { acceptCharacter, acceptSet } from './character-set.ts'
import { type Cursor, isAtEnd, skip, take, takeCode } from './cursor.ts'
import { parseCharacterEscape, parseClassEscape } from './parse-escape.ts'
import { parseSet } from './parse-set.ts'
import { type Expression, type Flags, SyntaxFault, type Where } from './syntax.ts'

const NO_FLAGS: Flags = { ignoreCase: false, multiline: false, dotAll: false }
const FLAG_NAMES: Readonly<Record<string, keyof Flags>> = { i: 'ignoreCase', m: 'multiline', s: 'dotAll' }
const MOST_REPEATS = 1000
const DEEPEST = 1000

/** Parses the syntax of Go's regexp package (RE2 with Perl's classes). Throws a {@link SyntaxFault}. */
export function parseRegex(text: string): Expression {
  const cursor: Cursor = { text, at: 0 }
  const expression = parseChoice(cursor, NO_FLAGS, 0)
  if (!isAtEnd(cursor)) throw new SyntaxFault('a bracket ) was not opened')
  return expression
}

/** Alternatives up to the end of the group. Flags that are set in one of them hold in the next ones too. */
function parseChoice(cursor: Cursor, outer: Flags, depth: number): Expression {
  if (depth > DEEPEST) throw new SyntaxFault(`brackets are nested more than ${DEEPEST} deep`)
  const parts: Expression[] = []
  let flags = outer
  do {
    const items: Expression[] = []
    while (!isAtEnd(cursor) && !'|)'.includes(cursor.text.charAt(cursor.at))) {
      const changed = parseFlags(cursor, flags)
      if (changed) flags = changed
      else items.push(...parseItems(cursor, flags, depth))
      // A repetition behind flags, or behind quotes with nothing in them, is one of what stands before.
      const last = items.pop()
      if (last) items.push(parseRepetition(cursor, last))
    }
    parts.push({ kind: 'sequence', parts: items })
  } while (skip(cursor, '|'))
  return { kind: 'choice', parts }
}

/** Flags for the rest of the group, `(?i)`. */
function parseFlags(cursor: Cursor, flags: Flags): Flags | undefined {
  const match = take(cursor, /\(\?([imsU]*)(?:-([imsU]+))?\)/y)
  return match && changeFlags(flags, match[1] ?? '', match[2] ?? '')
}

function changeFlags(flags: Flags, set: string, cleared: string): Flags {
  return { ...flags, ...namedFlags(set, true), ...namedFlags(cleared, false) }
}

/** Greed, the flag U, changes nothing in what is accepted. */
function namedFlags(letters: string, value: boolean): Partial<Flags> {
  return Object.fromEntries(Array.from(letters.replaceAll('U', ''), letter => [FLAG_NAMES[letter], value]))
}

/** Quoted text, `\Q…\E`, is any number of items, all else one. */
function parseItems(cursor: Cursor, flags: Flags, depth: number): Expression[] {
  const quoted = take(cursor, /\\Q([\s\S]*?)(?:\\E|$)/y)
  return quoted ? parseQuoted(quoted[1] ?? '', flags) : [parseItem(cursor, flags, depth)]
}

function parseQuoted(text: string, flags: Flags): Expression[] {
  return Array.from(text, character => ({
    kind: 'character',
    accepts: acceptCharacter(character.codePointAt(0) ?? 0, flags),
  }))
}

const COUNT = '\\{(?:(0|[1-9]\\d*)(,(0|[1-9]\\d*)?)?)\\}'
const REPETITION = new RegExp(`(?:([*+?])|${COUNT})\\??`, 'y')

function parseRepetition(cursor: Cursor, part: Expression): Expression {
  const match = take(cursor, REPETITION)
  if (!match) return part
  const [, sign, count, comma, end] = match
  if (take(cursor, REPETITION)) throw new SyntaxFault(`the repetition ${match[0]} is repeated`)
  const least = sign ? Number(sign === '+') : Number(count)
  const most = sign ? (sign === '?' ? 1 : Infinity) : end ? Number(end) : comma ? Infinity : least
  const repeat: Expression = { kind: 'repeat', part, least, most }
  if (least > most || (!sign && countRepeats(repeat) > MOST_REPEATS)) {
    throw new SyntaxFault(`the repetition ${match[0]} is out of bounds`)
  }
  return repeat
}

/** How often an item in this expression can be repeated by counts. */
function countRepeats(expression: Expression): number {
  if (expression.kind === 'repeat') {
    const { least, most } = expression
    const own = most === Infinity ? least : most
    return Math.max(own, 1) * countRepeats(expression.part)
  }
  return 'parts' in expression ? Math.max(1, ...expression.parts.map(countRepeats)) : 1
}

const ASSERTIONS: Readonly<Record<string, Where>> = {
  '\\A': 'text start',
  '\\z': 'text end',
  '\\b': 'word boundary',
  '\\B': 'no word boundary',
}

function parseItem(cursor: Cursor, flags: Flags, depth: number): Expression {
  const assertion = take(cursor, /\\[AzbB]|[$^]/y)?.[0]
  if (assertion) return { kind: 'assertion', where: ASSERTIONS[assertion] ?? edge(assertion, flags) }
  if (skip(cursor, '(')) return parseGroup(cursor, flags, depth)
  if (skip(cursor, '[')) return { kind: 'character', accepts: acceptSet(parseSet(cursor), flags) }
  if (skip(cursor, '.')) return { kind: 'character', accepts: flags.dotAll ? () => true : code => code !== 0x0a }
  if (take(cursor, REPETITION)) throw new SyntaxFault('a repetition has nothing to repeat')
  const set = parseClassEscape(cursor)
  if (set) return { kind: 'character', accepts: acceptSet(set, flags) }
  const isEscape = cursor.text.charAt(cursor.at) === '\\'
  return {
    kind: 'character',
    accepts: acceptCharacter(isEscape ? parseCharacterEscape(cursor) : takeCode(cursor), flags),
  }
}

function edge(sign: string, flags: Flags): Where {
  if (sign === '^') return flags.multiline ? 'line start' : 'text start'
  return flags.multiline ? 'line end' : 'text end'
}

/** The cursor stands behind the opening bracket. */
function parseGroup(cursor: Cursor, flags: Flags, depth: number): Expression {
  const own = take(cursor, /\?([imsU]*)(?:-([imsU]+))?:/y)
  const isNamed = own || take(cursor, /\?P?<\w+>/y)
  if (!isNamed && cursor.text.startsWith('?', cursor.at)) {
    throw new SyntaxFault(`(${cursor.text.slice(cursor.at, cursor.at + 3)} is not supported`)
  }
  const inner = own ? changeFlags(flags, own[1] ?? '', own[2] ?? '') : flags
  const expression = parseChoice(cursor, inner, depth + 1)
  if (!skip(cursor, ')')) throw new SyntaxFault('a bracket ( is not closed')
  return expression
}
