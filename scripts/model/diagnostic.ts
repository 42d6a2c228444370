import type { Diagnostic as KustomizeDiagnostic, Path, ResourceId } from 'kustomize-ts'

/** A finding with its code, severity, place and fix. Never thrown, always collected. */
export interface Diagnostic extends KustomizeDiagnostic {
  readonly resource?: ResourceId
  readonly path?: Path
  /** The clusters (or overlays) in which it shows, where one cause shows in several. */
  readonly clusters?: readonly string[]
}
