import type { Diagnostic } from '../model/diagnostic.ts'
import type { Kustomization, KustomizationField } from './fields.ts'

const helmFix = 'run `helm template` once, commit its output, and list it under resources; or build with kustomize'

/** Fields that kustomize-ts refuses, with the way out. */
const unsupported: Partial<Record<KustomizationField, string>> = {
  helmGlobals: helmFix,
  helmCharts: helmFix,
  helmChartInflationGenerator: helmFix,
}

/** Reports every field that a build would have to pass over: nothing is ignored in silence. */
export function refuseUnsupported(fields: Kustomization, report: (diagnostic: Diagnostic) => void): void {
  for (const [field, source] of fields.keys) {
    const fix = unsupported[field as KustomizationField]
    if (fix === undefined || fields[field as KustomizationField] === undefined) continue
    const message = `kustomize-ts does not support the field "${field}"`
    report({ code: 'unsupported-field', severity: 'error', message, fix, source })
  }
}
