import type { BuildContext } from '../build/target.ts'
import { currentId, type Id, originalId } from '../item/identity.ts'
import type { Selector } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import type { ScalarNode } from '../model/node.ts'
import { compileRegex } from './compile-regex.ts'

/** The items that a selector chooses, by their current or their original name and namespace. */
export function selectTargets(items: readonly Item[], selector: Selector, build: BuildContext): ReadonlySet<Item> {
  refuseLabels(selector, build)
  const [group, version, kind, name, namespace] = [
    selector.group,
    selector.version,
    selector.kind,
    selector.name,
    selector.namespace,
  ].map(pattern => compilePart(pattern, build))
  const fits = (test: ((text: string) => boolean) | undefined, ...texts: string[]) => !test || texts.some(test)
  return new Set(
    items.filter(item => {
      const current: Id = currentId(item, build.isClusterScoped)
      const original = originalId(item, build.isClusterScoped)
      const typed = fits(group, current.group) && fits(version, current.version) && fits(kind, current.kind)
      return typed && fits(name, original.name, current.name) && fits(namespace, original.scope, current.scope)
    }),
  )
}

function compilePart(pattern: ScalarNode | undefined, build: BuildContext) {
  if (pattern === undefined || pattern.text === '') return undefined
  return compileRegex(`^(?:${pattern.text})$`, pattern.at, build.report)
}

function refuseLabels({ labelSelector, annotationSelector }: Selector, build: BuildContext): void {
  for (const selector of [labelSelector, annotationSelector]) {
    if (selector === undefined || selector.text === '') continue
    build.report({
      code: 'unsupported-field',
      severity: 'error',
      message: 'kustomize-ts does not support label and annotation selectors yet',
      fix: 'select by kind and name',
      source: selector.at,
    })
  }
}
