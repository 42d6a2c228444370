import type { Version } from 'kubernetes-json-schema'
import type { ClusterView } from '../model/cluster-view.ts'
import type { Unit } from '../model/unit.ts'
import { viewCluster } from './cluster-view.ts'

interface ViewedUnit {
  readonly unit: Unit
  readonly version: Version
  cluster(): ClusterView
}

/** Each unit with its view, made when it is asked for: those of a fleet are not all needed at once. */
export function viewUnits(units: readonly Unit[], versionFor: (unit: Unit) => Version): readonly ViewedUnit[] {
  const loose = new Map<Unit, ClusterView>()
  const siblingsOf = (unit: Unit) => units.filter(one => one.kind === 'manifests' && one !== unit).map(viewLoose)
  return units.map(unit => {
    const version = versionFor(unit)
    return { unit, version, cluster: () => (unit.kind === 'manifests' ? viewLoose(unit) : viewCluster(unit, version)) }
  })

  function viewLoose(unit: Unit): ClusterView {
    const view = loose.get(unit) ?? viewCluster(unit, versionFor(unit), () => siblingsOf(unit))
    loose.set(unit, view)
    return view
  }
}
