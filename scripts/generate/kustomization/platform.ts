import type { Cluster } from '../../model/cluster.ts'
import type { GeneratedFile } from '../../model/generated-file.ts'
import type { Site } from '../site.ts'
import { derive, type Value } from '../text/derived.ts'
import { toFile } from '../text/to-file.ts'
import { jsonPatch, mergePatch } from './patch.ts'
import { toRoot } from './paths.ts'

const defaultCapacity = 8

/** platform/: what is applied before FogFlow's components: namespaces, rights, quotas, policies of the tasks, the Secret. */
export function generatePlatform(site: Site, platformFeatures: ReadonlySet<string>): readonly GeneratedFile[] {
  const { cluster, secret } = site
  const { settings } = cluster
  const components = settings.features.flatMap((name, index) =>
    platformFeatures.has(name)
      ? [derive(toRoot(cluster, 'platform', `base/features/${name}/platform`), 'features', index)]
      : [],
  )
  const patches = [...listPatches(site), ...renameTaskNamespaces(cluster)]
  const kustomization = {
    apiVersion: 'kustomize.config.k8s.io/v1beta1',
    kind: 'Kustomization',
    resources: [
      toRoot(cluster, 'platform', 'base/platform'),
      ...listTaskNamespaces(cluster),
      ...(secret ? ['secret.yaml'] : []),
    ],
    components: components.length > 0 ? components : undefined,
    patches: patches.length > 0 ? patches : undefined,
  }
  return [toFile(cluster, 'platform/kustomization.yaml', kustomization)]
}

/** Those of the workers, ready-made under their usual names. */
function listTaskNamespaces(cluster: Cluster): readonly Value[] {
  return Array.from({ length: cluster.settings.worker.replicas }, (_, index) => {
    const base = index === 0 ? 'base/task-namespace' : `base/task-namespaces/${index}`
    return derive(toRoot(cluster, 'platform', base), 'worker', 'replicas')
  })
}

/** Other names for them, and for what is in them. What was called otherwise before is still found by that: hence the label. */
function renameTaskNamespaces({ settings: { taskNamespace, worker } }: Cluster): readonly Value[] {
  if (taskNamespace === 'fogflow-tasks') return []
  return Array.from({ length: worker.replicas }, (_, index) => {
    const labelSelector = `gitops.fogflow.io/worker=${index}`
    const replace = (path: string) => [
      { op: 'replace', path, value: derive(`${taskNamespace}-${index}`, 'taskNamespace') },
    ]
    return [
      jsonPatch({ kind: 'Namespace', labelSelector }, replace('/metadata/name')),
      jsonPatch({ kind: '[^N].*|NetworkPolicy', labelSelector }, replace('/metadata/namespace')),
    ]
  }).flat()
}

function listPatches({ cluster, secret }: Site): readonly Value[] {
  const { namespace, ingress, worker, secrets } = cluster.settings
  const system = { kind: 'Namespace', name: 'fogflow' }
  const expects = {
    // A Secret that is in Git is not expected from outside of it.
    ...(secret && secrets.provider === 'sops' && { 'gitops.fogflow.io/expects': '' }),
    ...(ingress?.tls !== undefined && {
      'gitops.fogflow.io/expects.ingress': derive(`Secret/${ingress.tls}`, 'ingress', 'tls'),
    }),
  }
  const name = derive(namespace, 'namespace')
  return [
    ...(Object.keys(expects).length > 0
      ? [mergePatch(system, { metadata: { name: 'any', annotations: expects } })]
      : []),
    ...(worker.capacity === defaultCapacity ? [] : [quotaPatch(worker.capacity)]),
    ...(namespace === 'fogflow'
      ? []
      : [
          jsonPatch(system, [{ op: 'replace', path: '/metadata/name', value: name }]),
          jsonPatch({ kind: 'RoleBinding', name: 'worker' }, [
            { op: 'replace', path: '/subjects/0/namespace', value: name },
          ]),
        ]),
  ]
}

/** The quota of the base is for a capacity of 8; what a task may take is the same for each. */
function quotaPatch(capacity: number): Value {
  const from = (value: string) => derive(value, 'worker', 'capacity')
  const hard = {
    pods: from(`${2 * capacity}`), // tasks being replaced live beside their successors
    'requests.cpu': from(`${capacity * 500}m`),
    'requests.memory': from(`${capacity * 512}Mi`),
    'limits.memory': from(`${capacity}Gi`),
  }
  return mergePatch({ kind: 'ResourceQuota', name: 'tasks' }, { spec: { hard } })
}
