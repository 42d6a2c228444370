interface Bounds {
  readonly name: string
  readonly least: number
  readonly most: number
  readonly words: readonly string[]
}

const months = 'jan feb mar apr may jun jul aug sep oct nov dec'.split(' ')
const days = 'sun mon tue wed thu fri sat'.split(' ')

/** The five fields of a schedule (github.com/robfig/cron v3, which Kubernetes parses it with; 7 is no Sunday there). */
const fields: readonly Bounds[] = [
  { name: 'minute', least: 0, most: 59, words: [] },
  { name: 'hour', least: 0, most: 23, words: [] },
  { name: 'day of month', least: 1, most: 31, words: [] },
  { name: 'month', least: 1, most: 12, words: ['', ...months] },
  { name: 'day of week', least: 0, most: 6, words: days },
]

const descriptors = ['@yearly', '@annually', '@monthly', '@weekly', '@daily', '@midnight', '@hourly']
const duration = /^@every [+-]?(0|(\d+\.?\d*|\.\d+)(ns|us|µs|ms|s|m|h))+$/

/** What is wrong with the schedule of a CronJob, in words; nothing where the API server takes it. */
export function cronProblem(schedule: string): string | undefined {
  if (schedule.includes('TZ')) return 'a schedule may not name a time zone; spec.timeZone may'
  if (schedule.startsWith('@'))
    return descriptors.includes(schedule) || duration.test(schedule)
      ? undefined
      : `${schedule} is none of ${descriptors.join(', ')} and "@every <duration>"`
  const parts = schedule.split(/\s+/).filter(part => part !== '')
  if (parts.length !== fields.length) return `it has ${parts.length} fields, not ${fields.length}`
  return fields.flatMap((bounds, index) => fieldProblem(parts[index] ?? '', bounds) ?? [])[0] ?? neverComes(parts)
}

function fieldProblem(text: string, bounds: Bounds): string | undefined {
  const ranges = text.split(',').filter(range => range !== '')
  return ranges.flatMap(range => rangeProblem(range, bounds) ?? [])[0]
}

function rangeProblem(range: string, { name, least, most, words }: Bounds): string | undefined {
  const [span = '', step, ...steps] = range.split('/')
  const [low = '', high, ...highs] = span.split('-')
  const isAny = low === '*' || low === '?'
  const start = isAny ? least : readNumber(low, words)
  const end = isAny || (high === undefined && step !== undefined) ? most : readNumber(high ?? low, words)
  const every = step === undefined ? 1 : readNumber(step, [])
  const isRead = steps.length === 0 && (isAny || highs.length === 0) && ![start, end, every].some(Number.isNaN)
  if (!isRead) return `"${range}" is no ${name}`
  if (start < least || end > most) return `${name} "${range}" is outside ${least} to ${most}`
  if (start > end) return `${name} "${range}" ends before it begins`
  return every === 0 ? `${name} "${range}" has a step of 0` : undefined
}

function readNumber(text: string, words: readonly string[]): number {
  const word = text === '' ? -1 : words.indexOf(text.toLowerCase())
  if (word >= 0) return word
  return /^\+?\d+$/.test(text) ? Number(text) : Number.NaN
}

/** The API server takes the 31st of February; the controller never starts a job on it. */
function neverComes([, , day = '', month = '', weekday = '']: readonly string[]): string | undefined {
  const number = /^\d+$/.test(day) ? Number(day) : 0
  const longest = Math.max(...month.split(',').map(text => lengths[readNumber(text, ['', ...months])] ?? 31))
  return weekday === '*' && number > longest ? `day ${day} of month ${month} never comes` : undefined
}

const lengths = [31, 31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31]
