import { CannotFinish } from '../../model/cannot-finish.ts'

interface Failure {
  readonly status: number
  readonly message: string
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> }
}

export function isFailure(error: unknown, ...statuses: readonly number[]): error is Failure {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' && (statuses.length === 0 || statuses.includes(status))
}

/** What went wrong with a call, in a sentence for people: no stack, no request, and never the token in it. */
export function explainFailure(error: unknown, doing: string): Error {
  if (!isFailure(error)) return error instanceof Error ? error : new Error(String(error))
  const { status } = error
  const said = firstLine(error.message)
  return new CannotFinish(`GitHub could not ${doing}: ${reasonOf(error)}${said === '' ? '' : ` (${status}: ${said})`}`)
}

function reasonOf({ status, message, response }: Failure): string {
  if (/secondary rate/i.test(message)) return 'too much was asked at once; run this again in some minutes'
  if (status === 429 || response?.headers?.['x-ratelimit-remaining'] === '0')
    return 'the calls of this hour are used up; run this again in an hour'
  if (status === 401) return 'the token in GITHUB_TOKEN is not valid; make a new one'
  if (status === 403)
    return 'the token may not do that; its app needs contents, pull requests and issues to write, checks and statuses to read'
  if (status === 404)
    return 'it is not there, or the token cannot see it; check GITHUB_REPOSITORY and where the app is installed'
  if (status === 409) return 'something else was changed in the meantime; run this again'
  if (status === 422) return 'it refuses the request'
  return 'it did not answer rightly; run this again'
}

/** What GitHub says may quote what others wrote. */
function firstLine(text: string): string {
  const [line = ''] = text.split('\n')
  // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
  return line.replace(/[\u0000-\u001f\u007f]/g, ' ').slice(0, 300)
}
