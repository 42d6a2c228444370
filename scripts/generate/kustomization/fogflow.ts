import type { Path } from 'kustomize-ts'
import type { Cluster } from '../../model/cluster.ts'
import type { GeneratedFile } from '../../model/generated-file.ts'
import { componentsOf, configLiteral } from '../config/config.ts'
import type { Site } from '../site.ts'
import { derive, type Value } from '../text/derived.ts'
import { toFile } from '../text/to-file.ts'
import { listImages } from './images.ts'
import { listPodPatches } from './patches-of-pods.ts'
import { listServicePatches } from './patches-of-services.ts'
import { listStoragePatches } from './patches-of-storage.ts'
import { toRoot } from './paths.ts'
import { shardServices } from './shard-services.ts'

/** fogflow/: the topology with the settings of the site, without what platform/ has. */
export function generateFogflow(site: Site): readonly GeneratedFile[] {
  const { cluster } = site
  const { settings } = cluster
  const services = shardServices(site)
  const patches = [...listPodPatches(site), ...listServicePatches(site), ...listStoragePatches(site)]
  const images = listImages(site)
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    namespace: settings.namespace === 'fogflow' ? undefined : derive(settings.namespace, 'namespace'),
    resources: [
      derive(toRoot(cluster, 'fogflow', `overlays/${settings.topology}`), 'topology'),
      ...(services ? [services.name] : []),
    ],
    components: listComponents(site),
    configMapGenerator: componentsOf(site).map(component => ({
      name: `${component}-config`,
      namespace: 'fogflow',
      behavior: 'replace',
      literals: [configLiteral(component, site)],
    })),
    images: images.length > 0 ? images : undefined,
    replicas: [
      { name: 'broker', count: derive(settings.broker.replicas, 'broker', 'replicas') },
      { name: 'worker', count: derive(settings.worker.replicas, 'worker', 'replicas') },
    ],
    patches: patches.length > 0 ? patches : undefined,
  }
  return [
    toFile(cluster, 'fogflow/kustomization.yaml', kustomization),
    ...(services ? [toFile(cluster, `fogflow/${services.name}`, ...services.documents)] : []),
  ]
}

/** Features that follow from other keys, then those that are listed; last what takes away the parts of platform/. */
function listComponents(site: Site): readonly Value[] {
  const { cluster, isReached } = site
  const { role, ingress, features } = cluster.settings
  const derived: readonly { readonly name: string; readonly from: Path }[] = [
    ...releaseFeatures(cluster).map(name => ({ name, from: ['release'] })),
    ...(role === 'cloud' && isReached ? [{ name: 'edge-sites', from: ['role'] }] : []),
    ...(ingress === undefined ? [] : [{ name: 'ingress', from: ['ingress'] }]),
    ...features.map((name, index) => ({ name, from: ['features', index] })),
  ]
  const toPath = (name: string) => toRoot(cluster, 'fogflow', `base/features/${name}`)
  const paths = derived.map(({ name, from }) => derive(toPath(name), ...from))
  return [...paths, toRoot(cluster, 'fogflow', 'base/layers/workloads')]
}

/** The bases are those of 3.2.8; what an older release needs besides. */
function releaseFeatures({ settings: { release, role } }: Cluster): readonly string[] {
  if (release === '3.2.8') return []
  if (role === 'edge') return ['before-3.2.8-worker', ...(release === '3.2' ? ['before-3.2.2-broker'] : [])]
  const ofRelease = { '3.2': ['before-3.2.2'], '3.2.2': ['before-3.2.6', 'before-3.2.8'], '3.2.6': ['before-3.2.8'] }
  return [...ofRelease[release], 'release-3.2-network-policies']
}
