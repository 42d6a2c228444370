import type { Position } from './position.ts'

export type Severity = 'error' | 'warning'

/** Something that the reader of the kustomization can fix. Never thrown, always collected. */
export interface Diagnostic {
  /** Kebab-case and stable. */
  readonly code: string
  readonly severity: Severity
  /** What is wrong here, with the value quoted; no advice. */
  readonly message: string
  /** What to change. */
  readonly fix?: string
  readonly source?: Position
}
