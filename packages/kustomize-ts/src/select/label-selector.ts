/** One condition on labels. An absent label has no value: `!=`, `notin` and `!` hold for it. */
export interface Requirement {
  readonly key: string
  readonly operator: 'in' | 'notin' | 'exists' | 'absent' | 'greater' | 'less'
  readonly values: readonly string[]
}

export type LabelSelector = { readonly requirements: readonly Requirement[] } | { readonly fault: string }

/** Words and signs that are left to read. `=` and `==` are the same. */
interface Tokens {
  readonly all: readonly string[]
  at: number
}

const KEY =
  /^(?:[a-z0-9](?:[-a-z0-9]*[a-z0-9])?(?:\.[a-z0-9](?:[-a-z0-9]*[a-z0-9])?)*\/)?[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/
const VALUE = /^(?:[A-Za-z0-9](?:[-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/
const TOKEN = /==?|!=|[!(),<>]|[^\s=!(),<>]+/g

/** Caught by {@link parseLabelSelector}. */
class SelectorFault extends Error {}

/** The grammar of `kubectl get -l`: `a=b, c!=d, e in (f, g), h notin (), i, !j, k>1`. Empty text selects everything. */
export function parseLabelSelector(text: string): LabelSelector {
  const tokens = { all: text.match(TOKEN) ?? [], at: 0 }
  const requirements: Requirement[] = []
  try {
    while (tokens.at < tokens.all.length) {
      if (requirements.length > 0) expect(tokens, ',')
      requirements.push(parseRequirement(tokens))
    }
    return { requirements }
  } catch (error) {
    if (error instanceof SelectorFault) return { fault: error.message }
    throw error
  }
}

export function matchesLabels(requirements: readonly Requirement[], labels: ReadonlyMap<string, string>): boolean {
  return requirements.every(requirement => holds(requirement, labels.get(requirement.key)))
}

function holds({ operator, values }: Requirement, value: string | undefined): boolean {
  switch (operator) {
    case 'in':
      return value !== undefined && values.includes(value)
    case 'notin':
      return value === undefined || !values.includes(value)
    case 'exists':
      return value !== undefined
    case 'absent':
      return value === undefined
    default:
      return isInteger(value) && (operator === 'less' ? BigInt(value) < bound(values) : BigInt(value) > bound(values))
  }
}

function bound(values: readonly string[]): bigint {
  return BigInt(values[0] ?? '0')
}

/** A number to Go's `strconv.ParseInt` with base 10. */
function isInteger(text: string | undefined): text is string {
  return text !== undefined && /^-?\d{1,18}$/.test(text)
}

function parseRequirement(tokens: Tokens): Requirement {
  const isAbsent = accept(tokens, '!')
  const key = checkKey(takeWord(tokens))
  const next = tokens.all[tokens.at]
  if (isAbsent) return { key, operator: 'absent', values: [] }
  if (next === undefined || next === ',') return { key, operator: 'exists', values: [] }
  tokens.at += 1
  switch (next) {
    case '=':
    case '==':
      return { key, operator: 'in', values: [parseValue(tokens)] }
    case '!=':
      return { key, operator: 'notin', values: [parseValue(tokens)] }
    case 'in':
    case 'notin':
      return { key, operator: next, values: parseValues(tokens) }
    case '<':
    case '>':
      return { key, operator: next === '<' ? 'less' : 'greater', values: [parseNumber(tokens)] }
    default:
      throw new SelectorFault(`after ${key} stands ${next} instead of =, !=, in, notin, < or >`)
  }
}

function parseValue(tokens: Tokens): string {
  const next = tokens.all[tokens.at]
  return next === undefined || next === ',' ? '' : checkValue(takeWord(tokens))
}

function parseNumber(tokens: Tokens): string {
  const value = parseValue(tokens)
  if (!isInteger(value)) throw new SelectorFault(`"${value}" is no whole number`)
  return value
}

/** Missing words between the commas are empty values. */
function parseValues(tokens: Tokens): string[] {
  expect(tokens, '(')
  const values: string[] = []
  do {
    const next = tokens.all[tokens.at]
    values.push(next === ',' || next === ')' ? '' : checkValue(takeWord(tokens)))
  } while (accept(tokens, ','))
  expect(tokens, ')')
  return values
}

function accept(tokens: Tokens, sign: string): boolean {
  if (tokens.all[tokens.at] !== sign) return false
  tokens.at += 1
  return true
}

function expect(tokens: Tokens, sign: string): void {
  const found = tokens.all[tokens.at] ?? 'the end'
  if (!accept(tokens, sign)) throw new SelectorFault(`here is ${found} instead of ${sign}`)
}

function takeWord(tokens: Tokens): string {
  const word = tokens.all[tokens.at] ?? ''
  if (word === '' || /[=!(),<>]/.test(word)) throw new SelectorFault(`here is ${word || 'the end'} instead of a word`)
  tokens.at += 1
  return word
}

function checkKey(key: string): string {
  const prefix = key.includes('/') ? key.slice(0, key.indexOf('/')) : ''
  if (!KEY.test(key) || prefix.length > 253) throw new SelectorFault(`"${key}" cannot be the key of a label`)
  return key
}

function checkValue(value: string): string {
  if (!VALUE.test(value)) throw new SelectorFault(`"${value}" cannot be the value of a label`)
  return value
}
