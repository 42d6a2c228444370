import { at, entries, type Field, isSet, items, text } from './field.ts'

type Operator = 'In' | 'NotIn' | 'Exists' | 'DoesNotExist'

interface Requirement {
  readonly key: string
  readonly operator: Operator
  readonly values: readonly string[]
  /** The line that a person would edit. */
  readonly field: Field
}

/** All requirements must hold; none at all selects everything. */
export type Selector = readonly Requirement[]

/** The values that a label may have on one object: several where each replica has its own, none where it is absent. */
export type Labels = (key: string) => readonly string[]

const operators: readonly string[] = ['In', 'NotIn', 'Exists', 'DoesNotExist'] satisfies Operator[]

/** Reads a LabelSelector (`matchLabels`, `matchExpressions`); undefined where the field is absent. */
export function labelSelector(field: Field): Selector | undefined {
  if (!isSet(field)) return undefined
  return [...mapSelector(at(field, 'matchLabels')), ...items(field, 'matchExpressions').flatMap(readExpression)]
}

/** Reads a plain map of labels, as a Service's selector. */
export function mapSelector(field: Field): Selector {
  return entries(field).flatMap(entry =>
    typeof entry.value === 'string'
      ? [{ key: String(entry.key), operator: 'In' as const, values: [entry.value], field: entry }]
      : [],
  )
}

function readExpression(field: Field): Requirement[] {
  const key = text(field, 'key')
  const operator = text(field, 'operator')
  if (key === undefined || operator === undefined || !operators.includes(operator)) return []
  const values = items(field, 'values').map(({ value }) => String(value))
  return [{ key, operator: operator as Operator, values, field: at(field, 'key') }]
}

export function selects(selector: Selector, labels: Labels): boolean {
  return selector.every(requirement => holds(requirement, labels))
}

export function holds({ key, operator, values }: Requirement, labels: Labels): boolean {
  const actual = labels(key)
  if (operator === 'Exists') return actual.length > 0
  if (operator === 'DoesNotExist') return actual.length === 0
  const isIn = actual.some(value => values.includes(value))
  return operator === 'In' ? isIn : !isIn
}

export function labelsOf(map: Readonly<Record<string, string>>): Labels {
  return key => (Object.hasOwn(map, key) ? [map[key] ?? ''] : [])
}

export function describe(selector: Selector): string {
  return selector.map(({ key, operator, values }) => describeRequirement(key, operator, values)).join(',')
}

function describeRequirement(key: string, operator: Operator, values: readonly string[]): string {
  if (operator === 'Exists') return key
  if (operator === 'DoesNotExist') return `!${key}`
  if (operator === 'In' && values.length === 1) return `${key}=${values[0]}`
  return `${key} ${operator === 'In' ? 'in' : 'notin'} (${values.join(',')})`
}
