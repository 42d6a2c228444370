import type { BuildContext, Transform } from '../build/target.ts'
import { editItem, refuseField } from '../field-spec/edit-items.ts'
import { allIds, formatGvk, hasKnownName, isSelected } from '../item/identity.ts'
import type { Replica } from '../kustomization/fields.ts'
import type { FieldSpec } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { Node } from '../model/node.ts'
import { makeNull, replaceText } from '../node/set-text.ts'

export const transformReplicas: Transform = ({ kustomization, build }, config) =>
  (kustomization.fields.replicas ?? []).map(replica => items => setReplicas(items, replica, config.replicas, build))

/** Sets the replica count of the workloads that have, or had, the name. That there is none is an error. */
export function setReplicas(
  items: readonly Item[],
  replica: Replica,
  specs: readonly FieldSpec[],
  build: BuildContext,
): readonly Item[] {
  const name = replica.name?.text ?? ''
  let found = false
  const scaled = items.map(item => {
    if (!hasKnownName(item, name)) return item
    const ids = allIds(item, build.isClusterScoped).filter(id => id.name === name)
    const fitting = specs.filter(spec => ids.some(id => isSelected(id, spec)))
    if (fitting.length === 0) return item
    found = true
    return scaleItem(item, replica, fitting, build)
  })
  if (!found) reportUnmatched(replica, specs, build)
  return scaled
}

function scaleItem(item: Item, replica: Replica, specs: readonly FieldSpec[], build: BuildContext): Item {
  const by = replica.count?.at ?? replica.at
  const refuse = refuseField(item, build)
  const set = (node: Node) => {
    if (node.kind !== 'scalar') {
      refuse(node, { path: 'replicas' })
      return node
    }
    return replaceText(node, replica.count?.text ?? '0', by, 'int')
  }
  return editItem(item, specs, { set, make: () => makeNull(by), by, refuse })
}

function reportUnmatched(replica: Replica, specs: readonly FieldSpec[], build: BuildContext): void {
  const kinds = specs.map(formatGvk).join(', ')
  build.report({
    code: 'replicas-match-nothing',
    severity: 'error',
    message: `resource with name ${replica.name?.text ?? ''} does not match a config with the following GVK [${kinds}]`,
    fix: 'name a Deployment, StatefulSet, ReplicaSet or ReplicationController of this kustomization',
    source: replica.name?.at ?? replica.at,
  })
}
