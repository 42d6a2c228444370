/** One character of one word changed, in one line of one file. */
export interface Mutant {
  readonly file: string
  /** From 1. */
  readonly line: number
  /** Of the word's first character, from 0. */
  readonly column: number
  /** The word before and after. */
  readonly word: string
  readonly changed: string
  readonly text: string
}

/** A word: what stands between the punctuation of YAML, JSON, nginx and shell, of two characters or more. */
const words = /[A-Za-z0-9_]{2,}/g

/** Every mutant of a file: one for each word outside comments. Knows lines and characters only, no syntax. */
export function* mutantsOf(file: string, text: string): Iterable<Mutant> {
  const lines = text.split('\n')
  for (const [index, line] of lines.entries())
    for (const match of withoutComment(line).matchAll(words)) {
      const changed = changeOne(match[0])
      const mutated = line.slice(0, match.index) + changed + line.slice(match.index + match[0].length)
      yield {
        file,
        line: index + 1,
        column: match.index,
        word: match[0],
        changed,
        text: [...lines.slice(0, index), mutated, ...lines.slice(index + 1)].join('\n'),
      }
    }
}

function withoutComment(line: string): string {
  return line.replace(/(^|\s)#.*$/, '')
}

/** Changes the last letter, or else the last digit: a number that stays one, a name that stays one. */
function changeOne(word: string): string {
  const index = Math.max(word.search(/[a-zA-Z][^a-zA-Z]*$/), 0)
  return word.slice(0, index) + nextCharacter(word[index] ?? '', word) + word.slice(index + 1)
}

function nextCharacter(character: string, word: string): string {
  if (/^\d+$/.test(word)) return character === '9' ? '8' : String(Number(character) + 1)
  if (character === 'z' || character === 'Z') return character === 'z' ? 'y' : 'Y'
  return /[a-zA-Z]/.test(character) ? String.fromCharCode(character.charCodeAt(0) + 1) : `${character}x`
}

/** Whether the changed word is a key of YAML or JSON, rather than a value or a label. */
export function isStructure({ line, column, word }: Mutant, text: string): boolean {
  const whole = text.split('\n')[line - 1] ?? ''
  return /(^|[\s"{,-])$/.test(whole.slice(0, column)) && /^"?:(\s|$)/.test(whole.slice(column + word.length))
}
