import type { BuildContext } from '../build/target.ts'
import type { Selector } from '../kustomization/fields.ts'
import { nearestWord } from '../kustomization/nearest-word.ts'
import type { Candidate } from '../select/compile-selector.ts'

/**
 * Warns of an alternative (`web|db`) that no object has and that is nearly one that an object has: the patch would
 * reach the others and silently miss that one. An alternative that is merely absent is fine: a component serves many
 * kustomizations.
 */
export function warnLostAlternatives(
  selector: Selector,
  listCandidates: () => readonly Candidate[],
  report: BuildContext['report'],
): void {
  for (const field of ['kind', 'name'] as const) {
    const written = selector[field]
    if (!written || !/^[\w.-]+(\|[\w.-]+)+$/.test(written.text)) continue
    const alternatives = written.text.split('|')
    const existing = new Set(listCandidates().flatMap(one => (field === 'kind' ? one.kind : one.names)))
    const others = [...existing].filter(word => !alternatives.includes(word))
    for (const alternative of alternatives) {
      const meant = existing.has(alternative) ? undefined : nearestWord(alternative, others)
      if (meant === undefined) continue
      report({
        code: 'target-matches-nothing',
        severity: 'warning',
        message: `no object here has the ${field} "${alternative}"`,
        fix: `did you mean "${meant}"?`,
        source: written.at,
      })
    }
  }
}
