import { parseRegex } from './parse-regex.ts'
import { compileProgram, type Program } from './program.ts'
import { runProgram } from './run-program.ts'
import { SyntaxFault } from './syntax.ts'

/** Whether a text has a part that matches. */
export type Matches = (text: string) => boolean

export type CompiledRegex = { readonly matches: Matches } | { readonly fault: string }

/**
 * A regular expression of Go's regexp package, or what is wrong with it. JavaScript's own would accept more
 * (look-around), understand some otherwise (`\s`, `$`, `(?i)`), and could take for ever on a short text.
 */
export function compileRegex(source: string): CompiledRegex {
  const program = tryCompile(source)
  return 'fault' in program ? program : { matches: text => runProgram(program, text) }
}

/** As kustomize compiles the fields of a selector: the whole text has to match. An empty one matches any text. */
export function compileSelectorRegex(source: string): CompiledRegex {
  if (source === '') return { matches: () => true }
  // Most selectors are plain words; a set answers for them without running a program.
  if (/^[\w/ -]+(\|[\w/ -]+)*$/.test(source)) {
    const words = new Set(source.split('|'))
    return { matches: text => words.has(text) }
  }
  return compileRegex(`^(?:${source})$`)
}

function tryCompile(source: string): Program | { readonly fault: string } {
  try {
    return compileProgram(parseRegex(source))
  } catch (error) {
    if (error instanceof SyntaxFault) return { fault: error.message }
    throw error
  }
}
