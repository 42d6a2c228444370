import type { Version } from 'kubernetes-json-schema'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Loaded, Skipped } from '../model/loaded.ts'
import type { Rendered } from '../model/rendered.ts'
import { shapeCodes } from './ignorable.ts'
import type { Outcome } from './judge-resource.ts'
import type { JudgedUnit } from './judge-unit.ts'

export interface Judged {
  readonly loaded: Loaded
  readonly rendered: Rendered
  readonly units: readonly JudgedUnit[]
  /** What is wrong with each config.json that stands alone. */
  readonly files: readonly (readonly Diagnostic[])[]
  readonly diagnostics: readonly Diagnostic[]
  readonly version: Version
}

/** Counts everything, so that nothing that was not checked looks as if it were. */
export function summarize(judged: Judged): Omit<Judgement, 'notes' | 'rules'> {
  const { loaded, rendered, units, files, diagnostics, version } = judged
  const outcomes = [
    ...units.flatMap(({ resources }) => resources.map(({ outcome }) => outcome)),
    ...files.map(outcomeOf),
  ]
  const count = (outcome: Outcome) => outcomes.filter(one => one === outcome).length
  const skipped = [...loaded.skipped, ...units.flatMap(skippedResources)]
  return {
    diagnostics,
    skipped,
    summary: {
      kustomizations: rendered.kustomizations,
      clusters: units.filter(({ unit }) => unit.kind === 'cluster').length,
      resources: outcomes.length,
      valid: count('valid'),
      invalid: count('invalid') + count('error'),
      skipped: skipped.length,
      empty: loaded.empty,
      errors: diagnostics.filter(({ severity }) => severity === 'error').length,
      warnings: diagnostics.filter(({ severity }) => severity === 'warning').length,
      kubernetes: version,
    },
  }
}

function outcomeOf(diagnostics: readonly Diagnostic[]): Outcome {
  return diagnostics.some(({ severity }) => severity === 'error') ? 'invalid' : 'valid'
}

function skippedResources({ unit, resources }: JudgedUnit): readonly Skipped[] {
  return resources
    .filter(({ outcome }) => outcome === 'skipped')
    .map(({ resource: { id }, suppressions }) => ({
      what: `${id.kind}/${id.name} of ${unit.name}`,
      reason: suppressions
        .filter(({ suppression, isUsed }) => isUsed && shapeCodes.has(suppression.code))
        .map(({ suppression: { code, reason } }) => `${code} is ignored: ${reason}`)
        .join('; '),
    }))
}
