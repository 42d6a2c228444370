import type { BuildContext } from '../build/target.ts'
import { currentId, originalId } from '../item/identity.ts'
import type { Selector } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import { compileWrittenSelector } from './compile-written-selector.ts'

/** The items that a selector chooses, by their current or their original name and namespace. */
export function selectTargets(items: readonly Item[], selector: Selector, build: BuildContext): ReadonlySet<Item> {
  const { selects, diagnostics } = compileWrittenSelector(selector)
  diagnostics.forEach(build.report)
  const selected = items.filter(item => {
    const current = currentId(item, build.isClusterScoped)
    const original = originalId(item, build.isClusterScoped)
    const names = [original.name, current.name]
    return selects({ ...current, names, namespaces: [original.scope, current.scope], root: item.root })
  })
  if (selected.length === 0 && diagnostics.length === 0) warnUnmatched(selector, build)
  return new Set(selected)
}

function warnUnmatched(selector: Selector, build: BuildContext): void {
  const parts = Object.entries(selector).flatMap(([name, value]) =>
    typeof value === 'object' && 'text' in value && value.text !== '' ? [`${name} "${value.text}"`] : [],
  )
  build.report({
    code: 'target-matches-nothing',
    severity: 'warning',
    message: `no object here has ${parts.join(', ') || 'what is selected'}`,
    fix: 'correct the target; its parts are regular expressions that must match as a whole',
    source: selector.at,
  })
}
