import type { Program } from './program.ts'
import type { Where } from './syntax.ts'

/** Whether some part of the text matches, in time proportional to its length: all ways are followed at once. */
export function runProgram(program: Program, text: string): boolean {
  const codes = Array.from(text, character => character.codePointAt(0) ?? 0)
  let threads: readonly number[] = []
  for (let at = 0; at <= codes.length; at++) {
    const reached = follow([...threads, program.start], program, codes, at)
    if (reached === 'match') return true
    const code = codes[at]
    threads = code === undefined ? [] : reached.flatMap(index => advance(program, index, code))
  }
  return false
}

function advance({ steps }: Program, index: number, code: number): number[] {
  const step = steps[index]
  return step?.kind === 'character' && step.accepts(code) ? [step.next] : []
}

/** The character steps that can be reached from these without reading a character. */
function follow(
  from: readonly number[],
  { steps }: Program,
  codes: readonly number[],
  at: number,
): readonly number[] | 'match' {
  const waiting = [...from]
  const seen = new Set<number>()
  const reached: number[] = []
  for (let index = waiting.pop(); index !== undefined; index = waiting.pop()) {
    if (seen.has(index)) continue
    seen.add(index)
    const step = steps[index]
    if (step?.kind === 'match') return 'match'
    if (step?.kind === 'character') reached.push(index)
    else if (step?.kind === 'fork') waiting.push(...step.next)
    else if (step && holds(step.where, codes, at)) waiting.push(step.next)
  }
  return reached
}

function holds(where: Where, codes: readonly number[], at: number): boolean {
  switch (where) {
    case 'text start':
      return at === 0
    case 'text end':
      return at === codes.length
    case 'line start':
      return at === 0 || codes[at - 1] === 0x0a
    case 'line end':
      return at === codes.length || codes[at] === 0x0a
    case 'word boundary':
      return isWord(codes[at - 1]) !== isWord(codes[at])
    case 'no word boundary':
      return isWord(codes[at - 1]) === isWord(codes[at])
  }
}

function isWord(code: number | undefined): boolean {
  return code !== undefined && code < 0x80 && /\w/.test(String.fromCharCode(code))
}
