import { findInText } from './text.ts'

/** A use or a definition of a variable in a shell script. */
export interface ShellVariable {
  readonly name: string
  readonly inText: { readonly line: number; readonly column: number }
}

/** Variables that a POSIX shell or its surroundings set (POSIX.1-2024, "Shell Variables" and "Environment Variables"). */
const standard: ReadonlySet<string> = new Set(
  'ENV HOME HOSTNAME IFS LANG LC_ALL LINENO LOGNAME NLSPATH OLDPWD OPTARG OPTIND PATH PPID PS1 PS2 PS4 PWD RANDOM SHELL SHLVL TERM TMPDIR TZ USER UID EUID SECONDS _'.split(
    ' ',
  ),
)

const definition =
  /(?:^|[\s;&|({`])(?:(?:export|local|readonly|declare|typeset)\s+)?(?<name>[A-Za-z_]\w*)=|\bfor\s+(?<loop>[A-Za-z_]\w*)\b|\b(?:read|export|local|readonly|getopts\s+\S+)((?:\s+-\w+)*)\s+(?<words>[A-Za-z_][\w\s]*)/dg
const use = /\$(?:(?<at>[A-Za-z_]\w*)|\{#?(?<braced>[A-Za-z_]\w*)(?<rest>[^}]*)\})/dg
const withDefault = /^:?[-+=?]/

export function isShellScript(name: string, text: string): boolean {
  return name.endsWith('.sh') || /^#!.*\b(?:sh|ash|bash|dash)\b/.test(text)
}

/** The names that a script gives a value itself. */
export function definedVariables(script: string): ReadonlySet<string> {
  const names = [...findInText(blankQuotes(script), definition)].flatMap(({ match }) => {
    const { name, loop, words } = match.groups ?? {}
    return [name, loop, ...(words?.split(/\s+/) ?? [])]
  })
  return new Set(names.flatMap(name => name || []))
}

/** The variables that a script needs: used without a default and not standard. */
export function usedVariables(script: string): readonly ShellVariable[] {
  return [...findInText(blankQuotes(script), use)].flatMap(({ match, inText }) => {
    const name = match.groups?.at ?? match.groups?.braced ?? ''
    const hasDefault = withDefault.test(match.groups?.rest ?? '')
    return standard.has(name) || hasDefault ? [] : [{ name, inText }]
  })
}

/** The script without comments and single-quoted text (programs of awk and sed), every other character in its place. */
function blankQuotes(script: string): string {
  return script.replace(/\\.|"(?:\\[\s\S]|[^"\\])*"|'[^']*'|(^|[\s;])#.*/gm, (part, before?: string) => {
    if (part.startsWith("'")) return part.replace(/[^\n]/g, ' ')
    return before === undefined ? part : before
  })
}
