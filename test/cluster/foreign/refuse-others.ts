import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import type { Api } from '../api/api.ts'
import type { Manifest } from '../api/manifest.ts'
import { list } from '../api/objects.ts'
import { isMarked } from './mark.ts'

/** Groups of the kinds that engines bring along → what they are part of. */
const groups: Readonly<Record<string, string>> = {
  'source.toolkit.fluxcd.io': 'Flux',
  'kustomize.toolkit.fluxcd.io': 'Flux',
  'argoproj.io': 'Argo CD',
}

export interface Place {
  readonly context: string
  /** Namespaces that the run is going to make. */
  readonly namespaces: readonly string[]
}

/** Throws where somebody else has FogFlow or an engine on a cluster: a run would change theirs, and remove it in the end. */
export async function refuseOthers(api: Api, { context, namespaces }: Place): Promise<void> {
  const others = (await list(api, { apiVersion: 'v1', kind: 'Namespace' })).filter(one => !isMarked(one))
  const taken = others.find(one => namespaces.includes(one.metadata.name) || isOfFogflow(one))
  if (taken)
    throw new CannotFinish(
      `the cluster of context "${context}" has namespace "${taken.metadata.name}", which the tests did not make: they run only where there is no FogFlow, and no engine, that somebody needs; choose another cluster`,
    )
  const crds = await list<Crd>(api, { apiVersion: 'apiextensions.k8s.io/v1', kind: 'CustomResourceDefinition' })
  const crd = crds.find(one => one.spec.group in groups && !isMarked(one))
  if (crd)
    throw new CannotFinish(
      `the cluster of context "${context}" has ${crd.metadata.name}, so ${groups[crd.spec.group]} is installed there: the tests start their own, and two would undo each other's work; choose another cluster`,
    )
}

interface Crd extends Manifest {
  readonly spec: { readonly group: string }
}

const isOfFogflow = ({ metadata }: Manifest) => metadata.labels?.['app.kubernetes.io/part-of'] === 'fogflow'
