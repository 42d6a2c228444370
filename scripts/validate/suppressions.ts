import { positionOf } from 'kustomize-ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Resource } from '../model/resource.ts'
import { nearest } from './read/suggest.ts'

const prefix = 'gitops.fogflow.io/ignore.'

const nameable =
  'a rule (docs/rules.md), or a code that validate reports on this resource; what is found in a kustomization or a cluster.yaml cannot be ignored'

/** A person's word, in an annotation of the resource, that a rule need not hold for it, and why. */
export interface Suppression {
  readonly code: string
  readonly reason: string
  /** The annotation's place: the same in every unit that renders the resource. */
  readonly diagnosticAt: Pick<Diagnostic, 'source' | 'resource' | 'path'>
}

export function suppressionsOf(resource: Resource): readonly Suppression[] {
  const metadata = resource.value.metadata as { readonly annotations?: unknown } | null | undefined
  const annotations = metadata?.annotations
  if (typeof annotations !== 'object' || annotations === null) return []
  return Object.entries(annotations)
    .filter(([key]) => key.startsWith(prefix))
    .map(([key, reason]) => {
      const path = ['metadata', 'annotations', key]
      const source = positionOf(resource.root, path, 'key')
      return {
        code: key.slice(prefix.length),
        reason: String(reason ?? ''),
        diagnosticAt: { source, resource: resource.id, path },
      }
    })
}

/** What is wrong with the annotation itself. */
export function checkSuppression(suppression: Suppression, codes: ReadonlySet<string>): Diagnostic | undefined {
  const { code, reason, diagnosticAt } = suppression
  if (!codes.has(code)) {
    const near = nearest(code, codes)
    const fix = near === undefined ? `name ${nameable}` : `did you mean "${prefix}${near}"?`
    return {
      code: 'ignore-unknown-rule',
      severity: 'error',
      message: `no finding on a resource has the code "${code}"`,
      fix,
      ...diagnosticAt,
    }
  }
  if (reason.trim() !== '') return undefined
  const message = `"${code}" is ignored here without a reason`
  return {
    code: 'ignore-without-reason',
    severity: 'error',
    message,
    fix: 'write the reason as the value',
    ...diagnosticAt,
  }
}

export function unusedSuppression({ code, diagnosticAt }: Suppression): Diagnostic {
  const message = `"${code}" is ignored here, but finds nothing`
  return { code: 'ignore-unused', severity: 'warning', message, fix: 'delete the annotation', ...diagnosticAt }
}
