import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement } from '../model/judgement.ts'
import { showControls } from '../text/show-controls.ts'
import { countBySeverity } from './count.ts'
import { describe, errorsFirst, formatPlace, indexReasons } from './describe.ts'
import type { ReportOptions } from './options.ts'
import { formatFound, formatLooked, formatSkipped } from './summary.ts'

/** How many annotations of one type GitHub shows of a step. */
const mostOfType = 10

/**
 * Workflow commands that GitHub Actions turns into annotations at the lines of a pull request, as many as it shows of
 * each type. The rest is counted in one more annotation and stands in the log, a line each.
 */
export function formatGithub(judgement: Judgement, options: ReportOptions): string {
  const { summary, diagnostics, skipped, notes, rules } = judgement
  const reasonOf = indexReasons(rules)
  const tell = (one: Diagnostic) => describe(one, reasonOf(one.code), options)
  const { annotated, rest } = choose(errorsFirst(diagnostics))
  const lines = [
    ...annotated.map(one => formatCommand(one.severity, propertiesOf(one, options), tell(one).join('\n'))),
    ...rest.map(one =>
      formatPlain(`${formatPlace(one, options)}  ${one.severity}  ${one.code}  ${tell(one).join('  ')}`),
    ),
    ...(rest.length === 0 ? [] : [countRest(rest)]),
    ...[...formatSkipped(skipped, options), ...notes.map(note => `note: ${note}`)].map(formatPlain),
    formatPlain(`${formatLooked(summary)}: ${formatFound(summary)}`),
  ]
  return `${lines.join('\n')}\n`
}

function choose(diagnostics: readonly Diagnostic[]): { annotated: readonly Diagnostic[]; rest: readonly Diagnostic[] } {
  const counts = { error: 0, warning: 0 }
  const isAnnotated = diagnostics.map(({ severity }) => ++counts[severity] <= mostOfType)
  return {
    annotated: diagnostics.filter((_, index) => isAnnotated[index]),
    rest: diagnostics.filter((_, index) => !isAnnotated[index]),
  }
}

function countRest(rest: readonly Diagnostic[]): string {
  const text = `${countBySeverity(rest)} more: GitHub shows ${mostOfType} annotations of a type, the log of this step has all`
  return formatCommand('notice', [['title', 'validate']], text)
}

function propertiesOf({ source, code }: Diagnostic, options: ReportOptions): readonly (readonly [string, string])[] {
  const place = source && [
    ['file', options.nameOf(source.file)] as const,
    ['line', String(source.line)] as const,
    ['col', String(source.column)] as const,
  ]
  return [...(place ?? []), ['title', code]]
}

function formatCommand(name: string, properties: readonly (readonly [string, string])[], message: string): string {
  const list = properties.map(([key, value]) => `${key}=${escapeProperty(value)}`)
  return `::${name} ${list.join(',')}::${escapeMessage(message)}`
}

function escapeMessage(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

function escapeProperty(text: string): string {
  return escapeMessage(text).replaceAll(':', '%3A').replaceAll(',', '%2C')
}

/**
 * A line that is no command: the runner takes one that begins with `::` (behind any blanks) for one, and `##[` anywhere
 * in a line. Line ends are written out.
 */
function formatPlain(text: string): string {
  return showControls(text)
    .replaceAll('\n', '\\n')
    .replace(/^(?=\s*::)/, '| ')
    .replaceAll('##[', '# #[')
}
