import { isSelected, splitApiVersion } from '../item/identity.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import type { MapNode } from '../model/node.ts'
import { textAt } from '../read/identify.ts'

/** By kind, then by apiVersion: no key has to be put together for a question. */
type ByKind = Map<string, Map<string, readonly FieldSpec[]>>

const selections = new WeakMap<readonly FieldSpec[], ByKind>()

/** The specs that are for objects of this one's type. Remembered for each list of specs. */
export function selectSpecs(specs: readonly FieldSpec[], root: MapNode): readonly FieldSpec[] {
  const [apiVersion, kind] = [textAt(root, 'apiVersion'), textAt(root, 'kind')]
  const known = selections.get(specs)?.get(kind)?.get(apiVersion)
  if (known !== undefined) return known
  const id = { ...splitApiVersion(apiVersion), kind }
  const selected = specs.filter(spec => isSelected(id, spec))
  remember(specs, kind, apiVersion, selected)
  return selected
}

function remember(specs: readonly FieldSpec[], kind: string, apiVersion: string, selected: readonly FieldSpec[]): void {
  const byKind: ByKind = selections.get(specs) ?? new Map()
  const ofKind = byKind.get(kind) ?? new Map<string, readonly FieldSpec[]>()
  selections.set(specs, byKind.set(kind, ofKind.set(apiVersion, selected)))
}
