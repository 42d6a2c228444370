import { contract, findWrong } from './read-contract.ts'

/** A request and its answer. */
export interface Exchange {
  readonly method: string
  /** As GitHub's description writes it, with braces. */
  readonly path: string
  readonly request: unknown
  readonly status: number
  readonly response: unknown
}

/**
 * What any call may come to, whatever the description of it lists: no valid token (401), a right that is missing or a limit
 * (403, 429), a repository that the token cannot see (404), a fault of GitHub's (5xx).
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api,
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
const general: readonly number[] = [401, 403, 404, 429, 500, 502, 503]

/** In what a request and its answer differ from GitHub's OpenAPI description. A request that was refused may be wrong. */
export function checkExchange({ method, path, request, status, response }: Exchange): readonly string[] {
  const name = `${method} ${path}`
  const operation = contract.operations[name]
  if (operation === undefined) return [`${name} is no call of the contract`]
  const schema = operation.responses[status]
  if (schema === undefined && !general.includes(status)) return [`${name} never answers ${status}`]
  const problems = [
    operation.request !== null && status < 400 ? findWrong(operation.request, request ?? {}) : undefined,
    schema ? findWrong(schema, response) : undefined,
  ]
  return problems.flatMap(problem => (problem === undefined ? [] : [`${name} ${status}: ${problem}`]))
}
