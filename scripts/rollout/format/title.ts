import { showControls } from '../../text/show-controls.ts'

/** What the title of a pull request says. */
export interface Title {
  /** The change on one line. */
  readonly what: string
  readonly kind: 'wave' | 'lift'
  /** From 1. */
  readonly step: number
  readonly of: number
}

/** GitHub takes 256 characters. */
const longest = 180

/** A text of others as a title has it: on one line, and short enough. */
export function nameChange(text: string, most = longest): string {
  const line = showControls(text).replaceAll('\n', '\\n').replaceAll('\t', ' ').trim()
  return line.length > most ? `${line.slice(0, most - 1)}…`.replace(/\p{Surrogate}/gu, '') : line
}

const ends = { wave: 'wave', lift: 'into defaults.yaml, step' } as const

/** The title becomes the subject of the commit where pull requests are squashed. */
export function formatTitle({ what, kind, step, of }: Title): string {
  return `feat(clusters): roll out ${what}, ${ends[kind]} ${step} of ${of}`
}

/** Undefined for any other title. */
export function parseTitle(title: string): Title | undefined {
  const [, what, end, step, of] =
    /^feat\(clusters\): roll out (.+), (wave|into defaults\.yaml, step) ([1-9]\d{0,5}) of ([1-9]\d{0,5})$/u.exec(
      title,
    ) ?? []
  if (what === undefined) return undefined
  return { what, kind: end === ends.wave ? 'wave' : 'lift', step: Number(step), of: Number(of) }
}
