import { isBreak, isPrintable } from './characters.ts'

/** Which styles can carry a text, and whether it has line breaks. */
export interface TextTraits {
  readonly multiline: boolean
  readonly plain: boolean
  readonly singleQuoted: boolean
  readonly block: boolean
}

const EMPTY: TextTraits = { multiline: false, plain: true, singleQuoted: true, block: false }
/** Characters that mean something at the start of a node. */
const LEADING_INDICATOR = /^[#,[\]{}&*!|>'"%@`]|^[?:-](?:[ \t]|$)|^---|^\.\.\./
/** A colon before white space or the end, or a hash after white space: it would start a value or a comment. */
const INNER_INDICATOR = /:(?:[ \t]|$)|[ \t\0\n\r\x85\u2028\u2029]#/

/** By go-yaml v2's analysis of scalars in block context. */
export function inspectText(text: string): TextTraits {
  if (text === '') return EMPTY
  const { special, breaks, breakThenSpace, spaceThenBreak } = scanCharacters(text)
  const first = text.charCodeAt(0)
  const last = text.charCodeAt(text.length - 1)
  const spaceAtEnd = last === 0x20
  const blankEdge = first === 0x20 || spaceAtEnd
  const mixed = special || spaceThenBreak
  const indicators = LEADING_INDICATOR.test(text) || INNER_INDICATOR.test(text)
  return {
    multiline: breaks,
    plain: !(mixed || breaks || blankEdge || indicators),
    singleQuoted: !(mixed || breakThenSpace),
    block: !(mixed || spaceAtEnd),
  }
}

interface Scan {
  special: boolean
  breaks: boolean
  breakThenSpace: boolean
  spaceThenBreak: boolean
}

function scanCharacters(text: string): Scan {
  const scan = { special: false, breaks: false, breakThenSpace: false, spaceThenBreak: false }
  let afterSpace = false
  let afterBreak = false
  for (let i = 0; i < text.length; i++) {
    const code = text.charCodeAt(i)
    if (!isPrintable(code)) scan.special = true
    const space = code === 0x20
    const lineBreak = isBreak(code)
    if (space && afterBreak) scan.breakThenSpace = true
    if (lineBreak && afterSpace) scan.spaceThenBreak = true
    if (lineBreak) scan.breaks = true
    afterSpace = space
    afterBreak = lineBreak
  }
  return scan
}
