import { isSelected, splitApiVersion } from '../item/identity.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import type { MapNode } from '../model/node.ts'
import { identify } from '../read/identify.ts'

const selections = new WeakMap<readonly FieldSpec[], Map<string, readonly FieldSpec[]>>()

/** The specs that are for objects of this one's type. Remembered for each list of specs. */
export function selectSpecs(specs: readonly FieldSpec[], root: MapNode): readonly FieldSpec[] {
  const { apiVersion, kind } = identify(root)
  const byType = selections.get(specs) ?? new Map<string, readonly FieldSpec[]>()
  selections.set(specs, byType)
  const type = `${apiVersion}|${kind}`
  const known = byType.get(type)
  if (known !== undefined) return known
  const id = { ...splitApiVersion(apiVersion), kind }
  const selected = specs.filter(spec => isSelected(id, spec))
  byType.set(type, selected)
  return selected
}
