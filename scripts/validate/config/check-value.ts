import type { Severity } from 'kustomize-ts'
import { type Described, describeError, type SchemaCode } from '../../schema/describe-error.ts'
import { findErrors } from '../../schema/find-errors.ts'
import { describePath } from '../../schema/quote.ts'
import { asMap, type SchemaError } from '../../schema/schema.ts'
import type { ConfigChecks } from './check-text.ts'
import type { ConfigCode } from './config-code.ts'
import { findDeadKeys } from './dead-keys.ts'

export interface ValueFinding extends Omit<Described, 'code'> {
  readonly code: ConfigCode
  readonly severity: Severity
}

/** What the schema says about a config as a whole, and then for each component that reads it. */
export function checkValue(value: unknown, { schema, componentsOf, isExact }: ConfigChecks): readonly ValueFinding[] {
  const whole = findErrors(schema.whole, value).filter(({ keyword }) => isExact || keyword === 'type')
  const wrong = whole.filter(({ keyword }) => keyword === 'type').map(({ path }) => path)
  const needs = isExact
    ? componentsOf(value).flatMap(component => findErrors(schema.ofComponent(component), value))
    : []
  const judged = needs.filter(({ path }) => !wrong.some(above => above.every((step, index) => step === path[index])))
  const findings = [...whole, ...judged].map(describe)
  return [...merge(findings), ...(isExact ? findDeadKeys(value, schema.source) : [])]
}

const codes: Readonly<Record<SchemaCode, ConfigCode>> = {
  'missing-field': 'config-required-key',
  'unknown-field': 'config-unknown-key',
  'wrong-type': 'config-wrong-type',
  'invalid-value': 'config-invalid-value',
}

function describe(error: SchemaError): ValueFinding {
  const described = describeError(error)
  const code = codes[described.code]
  const consequence = consequenceOf(error)
  const message = consequence === undefined ? described.message : `${described.message}: ${consequence}`
  return { ...described, code, severity: 'error', message }
}

/** The schema itself says what a missing key does, or why one is refused. */
function consequenceOf({ keyword, schema, key = '' }: SchemaError): string | undefined {
  const text = keyword === 'required' ? asMap(asMap(schema.properties)?.[key])?.['x-absent'] : schema['x-refused']
  return typeof text === 'string' ? text : undefined
}

/** Several components may lack the same key: one finding, with what each of them does then. */
function merge(findings: readonly ValueFinding[]): readonly ValueFinding[] {
  const merged = new Map<string, ValueFinding>()
  for (const finding of findings) {
    const [what = '', ...why] = finding.message.split(': ')
    const key = `${finding.code}\n${describePath(finding.path)}\n${what}`
    const known = merged.get(key)
    const consequence = why.join(': ')
    if (!known) merged.set(key, finding)
    else if (!known.message.includes(consequence))
      merged.set(key, { ...known, message: `${known.message}; ${consequence}` })
  }
  return [...merged.values()]
}
