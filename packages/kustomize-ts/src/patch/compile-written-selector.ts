import type { Selector } from '../kustomization/fields.ts'
import { type CompiledSelector, compileSelector, type Selector as Patterns } from '../select/compile-selector.ts'

type Field = keyof Patterns

/** The parts of a selector, in the order in which they are read. */
export const selectorFields: readonly Field[] = [
  'group',
  'version',
  'kind',
  'name',
  'namespace',
  'labelSelector',
  'annotationSelector',
]

/** A selector of a kustomization, or only some of its fields; faults are reported at their places in it. */
export function compileWrittenSelector(selector: Selector, only: readonly Field[] = selectorFields): CompiledSelector {
  const patterns = Object.fromEntries(only.flatMap(field => (selector[field] ? [[field, selector[field].text]] : [])))
  return compileSelector(patterns, field => selector[field]?.at)
}
