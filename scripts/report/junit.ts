import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement } from '../model/judgement.ts'
import { showControls } from '../text/show-controls.ts'
import { describe, formatPlace, indexReasons } from './describe.ts'
import type { ReportOptions } from './options.ts'

interface Suite {
  readonly name: string
  readonly cases: readonly Case[]
  /** What is said of the suite as a whole. */
  readonly output?: string
}

interface Case {
  readonly name: string
  readonly outcome: 'passed' | 'failed' | 'skipped'
  /** What the outcome needs to be understood; a passed case may have some too: a warning fails nothing. */
  readonly text?: string
}

/**
 * The report as JUnit's XML, which CI systems show as tests: a suite for each rule and each other code, in it a case
 * for each diagnostic, or one that passes where a rule found nothing.
 */
export function formatJunit(judgement: Judgement, options: ReportOptions): string {
  const suites = listSuites(judgement, options)
  const cases = suites.flatMap(suite => suite.cases)
  const time = (options.durationMs / 1000).toFixed(3)
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="validate" ${counts(cases)} time="${time}">`,
    ...suites.flatMap(formatSuite),
    '</testsuites>',
    '',
  ].join('\n')
}

function listSuites({ rules, diagnostics, skipped, notes }: Judgement, options: ReportOptions): readonly Suite[] {
  const reasonOf = indexReasons(rules)
  const found = new Map<string, Case[]>(rules.map(({ id }) => [id, []]))
  for (const one of diagnostics)
    found.set(one.code, [...(found.get(one.code) ?? []), toCase(one, reasonOf(one.code), options)])
  const summaries = new Map(rules.map(({ id, summary }) => [id, summary]))
  const ofCodes = [...found].map(([name, cases]): Suite => {
    const holds: Case = { name: summaries.get(name) ?? name, outcome: 'passed' }
    return { name, cases: cases.length > 0 ? cases : [holds] }
  })
  const ofSkipped = skipped.map(({ what, reason }): Case => ({ name: what, outcome: 'skipped', text: reason }))
  const left: Suite = { name: 'not checked', cases: ofSkipped, ...(notes.length > 0 && { output: notes.join('\n') }) }
  return [...ofCodes.sort((a, b) => (a.name < b.name ? -1 : 1)), ...(skipped.length + notes.length > 0 ? [left] : [])]
}

function toCase(diagnostic: Diagnostic, why: string | undefined, options: ReportOptions): Case {
  const { severity, message } = diagnostic
  return {
    name: `${formatPlace(diagnostic, options)} ${message}`,
    outcome: severity === 'error' ? 'failed' : 'passed',
    text: `${severity}: ${describe(diagnostic, why, { ...options, isWhole: true }).join('\n')}`,
  }
}

function formatSuite({ name, cases, output }: Suite): readonly string[] {
  return [
    `  <testsuite name="${escapeAttribute(name)}" ${counts(cases)}>`,
    ...cases.flatMap(one => formatCase(one, name)),
    ...(output === undefined ? [] : [`    <system-out>${escapeText(output)}</system-out>`]),
    '  </testsuite>',
  ]
}

function formatCase({ name, outcome, text }: Case, suite: string): readonly string[] {
  const open = `    <testcase name="${escapeAttribute(name)}" classname="${escapeAttribute(suite)}"`
  if (text === undefined) return [`${open}/>`]
  return [`${open}>`, `      ${formatOutcome(outcome, text)}`, '    </testcase>']
}

function formatOutcome(outcome: Case['outcome'], text: string): string {
  const [first = ''] = text.split('\n')
  if (outcome === 'skipped') return `<skipped message="${escapeAttribute(text)}"/>`
  if (outcome === 'passed') return `<system-out>${escapeText(text)}</system-out>`
  return `<failure message="${escapeAttribute(first)}">${escapeText(text)}</failure>`
}

function counts(cases: readonly Case[]): string {
  const count = (outcome: Case['outcome']) => cases.filter(one => one.outcome === outcome).length
  return `tests="${cases.length}" failures="${count('failed')}" errors="0" skipped="${count('skipped')}"`
}

const entities: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** What XML 1.0 has no way to write is shown as an escape or as U+FFFD. */
function escapeText(text: string): string {
  const writable = showControls(text).replace(/[\ufffe\uffff]/g, '\ufffd')
  return writable.replace(/[&<>"]/g, found => entities[found] ?? found)
}

/** A reader takes blanks of all kinds in an attribute for spaces, unless they are written as references. */
function escapeAttribute(text: string): string {
  return escapeText(text).replaceAll('\t', '&#9;').replaceAll('\n', '&#10;')
}
