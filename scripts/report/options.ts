export interface ReportOptions {
  readonly hasColor: boolean
  /** Whether lists of units and skipped files are given whole. */
  readonly isWhole: boolean
  readonly durationMs: number
  /** See {@link import('../model/environment.ts').Environment.webUrl}. */
  readonly webUrl?: string | undefined
  /** How a file is named to the reader. */
  nameOf(file: string): string
}

const shown = 3

/** The first names of a list, or all of them where the reader asked for that. */
export function shorten(names: readonly string[], { isWhole }: Pick<ReportOptions, 'isWhole'>): string {
  if (isWhole || names.length <= shown) return names.join(', ')
  return `${names.slice(0, shown).join(', ')} … (--all lists them)`
}
