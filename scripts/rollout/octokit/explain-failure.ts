import { CannotFinish } from '../../model/cannot-finish.ts'

interface Failure {
  readonly status: number
  readonly message: string
  /** Absent where nothing came back. */
  readonly response?: { readonly headers?: Readonly<Record<string, unknown>> }
}

/** Whether a call of Octokit failed, with one of these statuses where some are given. */
export function isFailure(error: unknown, ...statuses: readonly number[]): error is Failure {
  const status = typeof error === 'object' && error !== null && 'status' in error ? error.status : undefined
  return typeof status === 'number' && (statuses.length === 0 || statuses.includes(status))
}

/** What went wrong with a call, in a sentence for people: no stack, no request, and never the token in it. */
export function explainFailure(error: unknown, doing: string): Error {
  if (!isFailure(error)) return error instanceof Error ? error : new Error(String(error))
  const { status, response } = error
  const said = toOneLine(error.message)
  const known = [...(response === undefined ? [] : [String(status)]), ...(said === '' ? [] : [said])].join(': ')
  return new CannotFinish(`GitHub could not ${doing}: ${reasonOf(error)}${known === '' ? '' : ` (${known})`}`)
}

function reasonOf({ status, message, response }: Failure): string {
  const headers = response?.headers ?? {}
  if (response === undefined) return 'it could not be reached; check GITHUB_API_URL and the network, and run this again'
  if (/secondary rate/i.test(message)) return 'too much was asked at once; run this again in some minutes'
  if (status === 429 || headers['x-ratelimit-remaining'] === '0')
    return `the calls of this hour are used up; run this again ${whenReset(headers['x-ratelimit-reset'])}`
  if (status === 401) return 'the token in GITHUB_TOKEN is not valid or has run out; make a new one'
  if (status === 403) return `the token may not do that; ${whichRight(headers['x-accepted-github-permissions'])}`
  if (status === 404)
    return 'it is not there, or the token cannot see it; check GITHUB_REPOSITORY and where the app is installed'
  if (status === 409) return 'something else was changed in the meantime; run this again'
  if (status === 422) return 'it refuses the request'
  return 'it did not answer rightly; run this again'
}

/** GitHub says since 2023 which permission a call takes: `contents=write`; alternatives are separated by `;`. */
function whichRight(accepted: unknown): string {
  return typeof accepted === 'string' && /^[\w=,; -]{1,200}$/.test(accepted)
    ? `give its app the permission ${accepted.replaceAll('; ', ' or ').replaceAll(';', ' or ')}`
    : 'its app needs contents, pull requests and issues to write, checks and statuses to read'
}

/** `reset` is in seconds since 1970. */
function whenReset(reset: unknown): string {
  const time = new Date(Number(reset) * 1000)
  const isKnown = !Number.isNaN(time.getTime()) && time.getTime() > Date.now()
  return isKnown ? `after ${time.toISOString().slice(11, 16)} UTC` : 'in an hour'
}

/** What GitHub says may quote what others wrote. */
function toOneLine(text: string): string {
  return text
    .replace(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, 300)
}
