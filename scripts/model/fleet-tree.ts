import type { Diagnostic } from './diagnostic.ts'
import type { Fleet } from './fleet.ts'

/**
 * The settings files of a repository and all that is generated from them, in one state. It never changes: to write gives
 * another one. All paths are from the repository's root, with `/`.
 */
export interface FleetTree {
  readonly fleet: Fleet
  /** The defaults.yaml files. */
  readonly defaults: readonly string[]
  /** Path → text. Empty where there is an error. */
  readonly generated: ReadonlyMap<string, string>
  /** What is wrong with the settings, errors and warnings. */
  readonly diagnostics: readonly Diagnostic[]
  /** The text of a settings file. */
  textOf(path: string): string
  /** The tree with other texts in some settings files. */
  write(texts: ReadonlyMap<string, string>): FleetTree
}
