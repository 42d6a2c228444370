import type { Request } from './answer-call.ts'
import type { Answer } from './endpoint.ts'
import type { World } from './world.ts'

export interface Limits {
  readonly perHour?: number
  readonly contentPerMinute?: number
}

const minuteMs = 60_000
const hourMs = 60 * minuteMs

/**
 * GitHub's limits: an app may make 5,000 calls an hour (or more, for a bigger organization), and about 80 a minute of those
 * that make content. The second is off unless asked for.
 * https://docs.github.com/en/rest/using-the-rest-api/rate-limits-for-the-rest-api
 */
export function countCalls(world: World, { perHour = 5000, contentPerMinute = Number.POSITIVE_INFINITY }: Limits = {}) {
  const started = world.now().getTime()
  const contents: number[] = []
  let used = 0
  const headers = () => ({
    'x-ratelimit-limit': String(perHour),
    'x-ratelimit-remaining': String(Math.max(0, perHour - used)),
    'x-ratelimit-used': String(used),
    'x-ratelimit-reset': String(Math.ceil((started + hourMs) / 1000)),
    'x-ratelimit-resource': 'core',
  })
  const limit = ({ method }: Request): Answer | undefined => {
    const time = world.now().getTime()
    if (++used > perHour) return refuse(403, 'API rate limit exceeded for installation ID 1.', {})
    if (method === 'GET') return undefined
    while (contents[0] !== undefined && contents[0] <= time - minuteMs) contents.shift()
    if (contents.length >= contentPerMinute)
      return refuse(403, 'You have exceeded a secondary rate limit and have been temporarily blocked.', {
        'retry-after': '60',
      })
    contents.push(time)
    return undefined
  }
  return { headers, limit }
}

function refuse(status: number, message: string, headers: Record<string, string>): Answer {
  return { status, body: { message, documentation_url: 'https://docs.github.com/rest' }, headers }
}
