import type { BuildContext } from '../build/target.ts'
import type { Selector } from '../kustomization/fields.ts'
import type { Candidate } from '../select/compile-selector.ts'
import { compileWrittenSelector, selectorFields } from './compile-written-selector.ts'

/** In the order in which a part is more likely to be wrong: a name is chosen freely, a kind is not. */
const suspects = ['name', 'namespace', 'labelSelector', 'annotationSelector', 'kind', 'version', 'group'] as const

/** Warns of a selector that selects nothing, at the part without which it would select something, if there is one. */
export function warnUnmatched(
  selector: Selector,
  candidates: readonly Candidate[],
  report: BuildContext['report'],
): void {
  const written = selectorFields.filter(field => (selector[field]?.text ?? '') !== '')
  const culprit = suspects
    .filter(field => written.includes(field))
    .find(field => {
      const { selects } = compileWrittenSelector(
        selector,
        written.filter(other => other !== field),
      )
      return candidates.some(selects)
    })
  const parts = written.map(field => `${field} "${selector[field]?.text}"`)
  report({
    code: 'target-matches-nothing',
    severity: 'warning',
    message: `no object here has ${parts.join(', ') || 'what is selected'}`,
    fix: 'correct the target; its parts are regular expressions that must match as a whole',
    source: (culprit && selector[culprit]?.at) ?? selector.at,
  })
}
