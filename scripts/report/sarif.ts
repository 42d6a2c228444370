import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement } from '../model/judgement.ts'
import type { RuleText } from '../model/rule.ts'
import { countBySeverity } from './count.ts'
import { describe, errorsFirst } from './describe.ts'
import type { ReportOptions } from './options.ts'

const schema = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json'

/** How many results of a run GitHub's code scanning takes; it refuses a file with more. */
const mostResults = 25_000

/**
 * The report as SARIF 2.1.0 (OASIS), for code scanning and editors. What it has no results for (what was skipped,
 * checks that were weaker than usual, results beyond what is taken) it says in notifications.
 */
export function formatSarif(judgement: Judgement, options: ReportOptions): string {
  const ordered = errorsFirst(judgement.diagnostics)
  const shown = ordered.slice(0, mostResults)
  const rules = listRules(judgement)
  const indexes = new Map(rules.map(({ id }, index) => [id, index]))
  const run = {
    tool: { driver: { name: 'fogflow-gitops', rules: rules.map(rule => toDescriptor(rule, options)) } },
    columnKind: 'utf16CodeUnits',
    invocations: [
      {
        executionSuccessful: true,
        exitCode: judgement.summary.errors > 0 ? 1 : 0,
        toolExecutionNotifications: listNotices(judgement, ordered.slice(mostResults)),
      },
    ],
    results: shown.map(one => ({ ...toResult(one, options), ruleIndex: indexes.get(one.code) })),
  }
  return `${JSON.stringify({ $schema: schema, version: '2.1.0', runs: [run] }, undefined, 2)}\n`
}

interface ListedRule extends Pick<RuleText, 'id' | 'severity'> {
  readonly text?: RuleText
}

/** The rules that were applied, and what else has a code here: checks of schemas, configs, settings and builds. */
function listRules({ rules, diagnostics }: Judgement): readonly ListedRule[] {
  const known = new Set(rules.map(({ id }) => id))
  const others = new Map(diagnostics.filter(({ code }) => !known.has(code)).map(one => [one.code, one.severity]))
  return [
    ...rules.map(text => ({ id: text.id, severity: text.severity, text })),
    ...[...others].map(([id, severity]) => ({ id, severity })),
  ].sort((left, right) => (left.id < right.id ? -1 : 1))
}

function toDescriptor({ id, severity, text }: ListedRule, { webUrl }: ReportOptions): object {
  const defaultConfiguration = { level: severity }
  if (text === undefined) {
    const name = { text: id.replaceAll('-', ' ') }
    return { id, shortDescription: name, fullDescription: name, help: name, defaultConfiguration }
  }
  const place = `docs/rules.md#${id}`
  return {
    id,
    shortDescription: { text: text.summary },
    fullDescription: { text: text.summary }, // code scanning wants it; the reason is in its help
    help: { text: `${text.why}\nfix: ${text.fix}\n${place}` },
    ...(webUrl === undefined ? {} : { helpUri: `${webUrl}/${place}` }),
    defaultConfiguration,
  }
}

function toResult(diagnostic: Diagnostic, options: ReportOptions): object {
  const { code, severity, fix, resource, path, clusters } = diagnostic
  const facts = { fix, resource, path, clusters }
  return {
    ruleId: code,
    level: severity,
    message: { text: describe(diagnostic, undefined, options).join('\n') },
    locations: [{ physicalLocation: toLocation(diagnostic, options), ...nameResource(diagnostic) }],
    properties: facts,
  }
}

/** A diagnostic without a place stands at the start of the folder that it is about: every result must have a place. */
function toLocation({ source, clusters }: Diagnostic, { nameOf }: ReportOptions): object {
  const file = source ? nameOf(source.file) : (clusters?.[0] ?? '.')
  const { line: startLine, column: startColumn } = source ?? { line: 1, column: 1 }
  return { artifactLocation: { uri: toUri(file) }, region: { startLine, startColumn } }
}

/** A relative URI: from the repository's root, as code scanning wants it. */
function toUri(file: string): string {
  return file
    .replace(/\p{Surrogate}/gu, '\ufffd')
    .split('/')
    .map(encodeURIComponent)
    .join('/')
}

function nameResource({ resource, path = [] }: Diagnostic): object {
  if (resource === undefined) return {}
  const { kind, namespace, name } = resource
  const fullyQualifiedName = [...(namespace === undefined ? [] : [namespace]), kind, name, ...path].join('/')
  return { logicalLocations: [{ fullyQualifiedName, kind: 'resource' }] }
}

function listNotices({ skipped, notes }: Judgement, rest: readonly Diagnostic[]): readonly object[] {
  const notice = (text: string, level = 'note') => ({ level, message: { text } })
  return [
    ...(rest.length === 0 ? [] : [notice(`${countBySeverity(rest)} more than a run may have`, 'warning')]),
    ...skipped.map(({ what, reason }) => notice(`skipped: ${what}: ${reason}`)),
    ...notes.map(note => notice(note)),
  ]
}
