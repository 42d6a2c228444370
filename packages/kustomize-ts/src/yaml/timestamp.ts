const date = /^(\d{4})-(\d\d?)-(\d\d?)$/
const dateTime =
  /^(\d{4})-(\d\d?)-(\d\d?)(?:[Tt](\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?(?:Z|[-+](\d\d):(\d\d))| (\d\d?):(\d\d?):(\d\d?)(?:[.,]\d+)?)$/

/** Whether go-yaml reads a plain scalar as a time (it knows four layouts, see its `parseTimestamp`). */
export function isTimestamp(text: string): boolean {
  const match = date.exec(text) ?? dateTime.exec(text)
  if (match === null) return false
  const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])]
  return isDay(year, month, day) && isClock(match.slice(4))
}

/**
 * A timestamp as kustomize prints it: a bare date becomes midnight in UTC (`2020-1-2` → `2020-01-02T00:00:00Z`), every
 * other form stays as it is written (measured with kustomize 5.8.1).
 */
export function printTimestamp(text: string): string {
  const match = date.exec(text)
  if (match === null) return text
  return `${match[1]}-${match[2]?.padStart(2, '0')}-${match[3]?.padStart(2, '0')}T00:00:00Z`
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= days
}

/** `parts` are hour, minute, second, zone hour, zone minute, and hour, minute, second of the form without a zone. */
function isClock(parts: readonly (string | undefined)[]): boolean {
  const [hour, minute, second, zoneHour, zoneMinute, ...spaced] = parts.map(part => Number(part ?? 0))
  const below = (limits: readonly number[], values: readonly (number | undefined)[]) =>
    values.every((value, index) => (value ?? 0) < (limits[index] ?? 0))
  return below([24, 60, 60, 25, 60, 24, 60, 60], [hour, minute, second, zoneHour, zoneMinute, ...spaced])
}
