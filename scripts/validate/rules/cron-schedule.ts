import type { Rule } from '../../model/rule.ts'
import { cronProblem } from '../read/cron.ts'
import { fieldOf, pathOf, text } from '../read/field.ts'

export const cronSchedule = {
  id: 'cron-schedule',
  severity: 'error',
  scope: 'resource',
  summary: 'The schedule of a CronJob is five fields that Kubernetes can read, in a time zone that there is.',
  why: 'The API server refuses the CronJob (ValidateCronJobSpec of k8s.io/kubernetes), or takes a day that never comes and starts nothing.',
  fix: 'write minute, hour, day of month, month and day of week, as 30 3 * * 1',
  kinds: ['CronJob'],
  *check(resource) {
    const spec = fieldOf(resource, 'spec')
    const schedule = text(spec, 'schedule')
    const problem = schedule === undefined ? undefined : cronProblem(schedule)
    if (problem !== undefined) yield { path: pathOf(spec, 'schedule'), message: `"${schedule}": ${problem}` }
    const zone = text(spec, 'timeZone')
    if (zone !== undefined && !isTimeZone(zone))
      yield {
        path: pathOf(spec, 'timeZone'),
        message: `"${zone}" is no time zone`,
        fix: 'write one as Asia/Tokyo (https://www.iana.org/time-zones)',
      }
  },
} satisfies Rule

/** The API server refuses offsets as +09:00, which JavaScript would take. */
function isTimeZone(name: string): boolean {
  if (!/^[A-Za-z]/.test(name) || name.toLowerCase() === 'local') return false
  try {
    new Intl.DateTimeFormat('en', { timeZone: name })
    return true
  } catch {
    return false
  }
}
