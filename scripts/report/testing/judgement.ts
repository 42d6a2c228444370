import fc from 'fast-check'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Judgement } from '../../model/judgement.ts'
import type { RuleText } from '../../model/rule.ts'
import type { ReportOptions } from '../options.ts'

export const options: ReportOptions = {
  hasColor: false,
  isWhole: false,
  durationMs: 4123,
  nameOf: file => file.replace(/^\/repo\//, ''),
}

export const rule: RuleText = {
  id: 'worker-capacity',
  severity: 'error',
  summary: 'A worker has a capacity.',
  why: "FogFlow's master gives no task to a worker without capacity.",
  fix: 'set it to the number of tasks the node can run',
}

const found: Diagnostic = {
  code: 'worker-capacity',
  severity: 'error',
  message: 'worker.capacity is 0: FogFlow never gives this worker a task',
  fix: 'set it to the number of tasks the node can run',
  source: { file: '/repo/base/worker/config.json', line: 14, column: 13 },
  clusters: ['clusters/ginza', 'clusters/shibuya', 'clusters/ueno', 'clusters/ebisu'],
}

export const judgement: Judgement = {
  summary: {
    kustomizations: 816,
    clusters: 0,
    resources: 15204,
    valid: 15203,
    invalid: 1,
    skipped: 4,
    empty: 0,
    errors: 1,
    warnings: 0,
    kubernetes: '1.34',
  },
  diagnostics: [found],
  skipped: ['a', 'b', 'c', 'd'].map(what => ({ what, reason: 'compose files are not checked yet' })),
  notes: [],
  rules: [rule],
}

/** As many diagnostics as asked for, each in words of its own. */
export function repeat(count: number, severity: Diagnostic['severity'] = 'error', text = ''): readonly Diagnostic[] {
  return Array.from({ length: count }, (_, index) => ({ ...found, severity, message: `${severity} ${index}. ${text}` }))
}

/** What means something in one of the formats, and any other text. */
const hostile = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        ...[
          '\n',
          '\r',
          '\r\n',
          '::error::',
          '::',
          '##[error]',
          '%',
          '%0A',
          ',',
          ':',
          ' ',
          '\u2028',
          '\ud800',
          '\u0085',
        ],
        ...[
          '```',
          '`',
          '~~~',
          '@octocat',
          '#1',
          '<!--',
          '-->',
          '<script>',
          '</details>',
          '|',
          '[a](http://b)',
          '&#64;',
        ],
        ...[']]>', '&', '"', "'", '<', '>', '\u0000', '\u001b[31m', '\u202e', '\ufffe', '\t', '\\'],
      ),
    ),
    { minLength: 1, maxLength: 8 },
  )
  .map(parts => parts.join(''))

/** Diagnostics of whatever words, files and units. */
export const diagnostics: fc.Arbitrary<readonly Diagnostic[]> = fc.array(
  fc.record(
    {
      code: fc.constantFrom('worker-capacity', 'unknown-field', 'wrong-type'),
      severity: fc.constantFrom('error' as const, 'warning' as const),
      message: hostile,
      fix: hostile,
      source: fc.record({
        file: hostile.map(name => `/repo/${name}`),
        line: fc.integer({ min: 1, max: 9999 }),
        column: fc.integer({ min: 1, max: 999 }),
      }),
      clusters: fc.array(hostile, { minLength: 1, maxLength: 5 }),
      resource: fc.record({ apiVersion: fc.constant('v1'), kind: fc.constant('ConfigMap'), name: hostile }),
      path: fc.array(fc.oneof(hostile, fc.nat(9)), { maxLength: 3 }),
    },
    { requiredKeys: ['code', 'severity', 'message'] },
  ),
  { maxLength: 30 },
)
