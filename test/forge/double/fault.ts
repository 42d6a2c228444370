import type { Answer } from './endpoint.ts'

/** How a call may go wrong. */
export interface Fault {
  /** Whether the call takes effect all the same. */
  readonly isDone: boolean
  /** What comes back instead; `reset` ends the connection, `cut` in the middle of the answer, `never` is no answer at all. */
  readonly answer: Answer | 'reset' | 'cut' | 'never' | 'own'
  readonly delayMs?: number
}

const say = (status: number, message: string, headers: Record<string, string> = {}): Answer => ({
  ...{ status, headers },
  body: { message, documentation_url: 'https://docs.github.com/rest', status: String(status) },
})

const secondary = 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'

/**
 * The ways. Texts and headers as GitHub's documentation has them:
 * https://docs.github.com/en/rest/using-the-rest-api/troubleshooting-the-rest-api (403, 404, 422),
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api (403 and 429 with x-ratelimit-remaining
 * or retry-after)
 */
export const faults = {
  unauthorized: { isDone: false, answer: say(401, 'Bad credentials') },
  forbidden: { isDone: false, answer: say(403, 'Resource not accessible by integration') },
  'not-found': { isDone: false, answer: say(404, 'Not Found') },
  conflict: { isDone: false, answer: say(409, 'Git Repository is busy.') },
  unprocessable: { isDone: false, answer: say(422, 'Validation Failed') },
  'primary-limit': {
    isDone: false,
    answer: say(403, 'API rate limit exceeded for installation ID 1.', {
      ...{ 'x-ratelimit-limit': '5000', 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1' },
    }),
  },
  'too-many': { isDone: false, answer: say(429, secondary, { 'retry-after': '2' }) },
  'secondary-limit': { isDone: false, answer: say(403, secondary, { 'retry-after': '2' }) },
  'server-error': { isDone: false, answer: say(500, 'Server Error') },
  'server-error-after': { isDone: true, answer: say(502, 'Server Error') },
  'no-json': {
    isDone: false,
    answer: { status: 503, body: '<html>Unicorn!</html>', headers: { 'content-type': 'text/html' } },
  },
  'reset-before': { isDone: false, answer: 'reset' },
  'reset-after': { isDone: true, answer: 'reset' },
  'cut-answer': { isDone: true, answer: 'cut' },
  slow: { isDone: true, answer: 'own', delayMs: 50 },
  'never-before': { isDone: false, answer: 'never' },
  'never-after': { isDone: true, answer: 'never' },
} satisfies Readonly<Record<string, Fault>>

export type FaultName = keyof typeof faults
