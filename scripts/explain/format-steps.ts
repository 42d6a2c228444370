import type { Step } from './trace-field.ts'

export interface StepOptions {
  /** How a file is named to the reader. */
  nameOf(file: string): string
  /** The lines of a file, none where it cannot be read. */
  readLines(file: string): readonly string[]
}

const longest = 80

/** A line a step: the place, what that is, and what stands there. */
export function formatSteps(steps: readonly Step[], options: StepOptions): string {
  const rows = steps.map(step => {
    const { file, line, column } = step.place
    const text = options.readLines(file)[line - 1]?.trim() ?? ''
    return [`${options.nameOf(file)}:${line}:${column}`, describe(step, options), shorten(text)] as const
  })
  const [first, second] = ([0, 1] as const).map(index => Math.max(...rows.map(row => row[index].length)))
  return rows
    .map(([place, what, text]) => `  ${place.padEnd(first ?? 0)}  ${what.padEnd(second ?? 0)}  ${text}`.trimEnd())
    .join('\n')
}

function describe({ place, key, isGenerated }: Step, { nameOf }: StepOptions): string {
  if (key !== undefined) return key
  if (isGenerated) return 'generated'
  const [, base, feature, overlay] =
    /^(?:(base)\/(?:features\/([^/]+)\/)?|overlays\/([^/]+)\/)/.exec(nameOf(place.file)) ?? []
  if (feature !== undefined) return `feature ${feature}`
  return overlay === undefined ? (base ?? '') : `overlay ${overlay}`
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text
}
