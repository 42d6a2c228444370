import { readFileSync } from 'node:fs'
import { Ajv, type ValidateFunction } from 'ajv'

interface Contract {
  readonly source: string
  /** By method and path; a null says that there is no body, or none of JSON. */
  readonly operations: Readonly<Record<string, { request: object | null; responses: Record<string, object | null> }>>
  readonly $defs: object
}

/** What GitHub's OpenAPI description says about the calls that the double answers; make-contract.ts makes it. */
export const contract: Contract = JSON.parse(readFileSync(new URL('testdata/github.json', import.meta.url), 'utf8'))

const ajv = new Ajv({
  strict: false,
  formats: { uri: isUri, 'date-time': isTime, email: true, int64: true, 'repo.nwo': true },
})
const validators = new Map<object, ValidateFunction>()

/** What is wrong with a value by a schema of the contract; undefined where nothing is. */
export function findWrong(schema: object, value: unknown): string | undefined {
  const known = validators.get(schema) ?? ajv.compile({ ...schema, $defs: contract.$defs })
  validators.set(schema, known)
  return known(value) ? undefined : ajv.errorsText(known.errors, { dataVar: 'body' })
}

function isUri(text: string): boolean {
  return /^https?:\/\//.test(text)
}

function isTime(text: string): boolean {
  return /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(Z|[+-]\d\d:\d\d)$/.test(text)
}
