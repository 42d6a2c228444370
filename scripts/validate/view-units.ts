import type { ClusterView } from '../model/cluster-view.ts'
import type { Unit } from '../model/unit.ts'
import { viewCluster } from './cluster-view.ts'

/** Each unit with its view, made when it is asked for: those of a fleet are not all needed at once. */
export function viewUnits(units: readonly Unit[]): readonly { readonly unit: Unit; cluster(): ClusterView }[] {
  const loose = new Map<Unit, ClusterView>()
  const siblingsOf = (unit: Unit) => units.filter(one => one.kind === 'manifests' && one !== unit).map(viewLoose)
  return units.map(unit => ({
    unit,
    cluster: () => (unit.kind === 'manifests' ? viewLoose(unit) : viewCluster(unit)),
  }))

  function viewLoose(unit: Unit): ClusterView {
    const view = loose.get(unit) ?? viewCluster(unit, () => siblingsOf(unit))
    loose.set(unit, view)
    return view
  }
}
