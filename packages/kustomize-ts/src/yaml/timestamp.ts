/** A date, alone, or with T and a time with a zone, or with spaces and a time without one. */
const TIMESTAMP = /^(\d{4})-(\d\d?)-(\d\d?)(?:(?:([Tt])| +)(\d\d?):(\d\d?):(\d\d?)(?:[.,](\d+))?(Z|[-+]\d\d:\d\d)?)?$/

/** Whether go-yaml reads a plain scalar as a time (it knows four layouts, see its `parseTimestamp`). */
export function isTimestamp(text: string): boolean {
  return readTimestamp(text) !== undefined
}

/** A timestamp as kustomize prints it: by RFC 3339, a bare date as midnight in UTC. */
export function printTimestamp(text: string): string {
  return readTimestamp(text) ?? text
}

function readTimestamp(text: string): string | undefined {
  const match = TIMESTAMP.exec(text)
  if (match === null) return undefined
  const [, year = '', month = '', day = '', letter, hour, minute = '', second = '', fraction = '', zone] = match
  if (!isDay(Number(year), Number(month), Number(day))) return undefined
  const date = `${year}-${pad(month)}-${pad(day)}`
  if (hour === undefined) return `${date}T00:00:00Z`
  if ((letter === undefined) !== (zone === undefined)) return undefined
  if (Number(hour) > 23 || Number(minute) > 59 || Number(second) > 59) return undefined
  const offset = printZone(zone ?? 'Z')
  return offset && `${date}T${pad(hour)}:${pad(minute)}:${pad(second)}${printFraction(fraction)}${offset}`
}

function pad(digits: string): string {
  return digits.padStart(2, '0')
}

function isDay(year: number, month: number, day: number): boolean {
  if (month < 1 || month > 12 || day < 1) return false
  const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const days = month === 2 ? (leap ? 29 : 28) : [4, 6, 9, 11].includes(month) ? 30 : 31
  return day <= days
}

/** Nanoseconds at most, without zeros at the end. */
function printFraction(digits: string): string {
  const kept = digits.slice(0, 9).replace(/0+$/, '')
  return kept === '' ? '' : `.${kept}`
}

/** Undefined for more than Go allows, 24 hours and 60 minutes. */
function printZone(zone: string): string | undefined {
  if (zone === 'Z') return zone
  const [hours, minutes] = [Number(zone.slice(1, 3)), Number(zone.slice(4, 6))]
  if (hours > 24 || minutes > 60) return undefined
  const total = hours * 60 + minutes
  return total === 0 ? 'Z' : `${zone[0]}${pad(String(Math.floor(total / 60)))}:${pad(String(total % 60))}`
}
