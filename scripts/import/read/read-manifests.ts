import { nodeAt, positionInText, type Resource } from 'kustomize-ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { entriesAt, itemsAt, keyPlaceOf, placeOf, scalarAt } from '../node.ts'
import type { Config, Workload } from '../site.ts'
import { componentOf, readImage } from './component-of.ts'
import { readConfig } from './read-config.ts'

const templates: Readonly<Record<string, readonly string[]>> = {
  Pod: ['spec'],
  Deployment: ['spec', 'template', 'spec'],
  StatefulSet: ['spec', 'template', 'spec'],
  DaemonSet: ['spec', 'template', 'spec'],
  ReplicaSet: ['spec', 'template', 'spec'],
}

/** The containers that a Kubernetes object runs; none for an object that runs no pods. */
export function readWorkloads(resource: Resource): readonly Workload[] {
  const path = templates[resource.id.kind]
  const pod = path && nodeAt(resource.root, path)
  if (path === undefined || pod === undefined) return []
  const containers = itemsAt(pod, 'containers')
  return containers.map((container, index) => {
    const image = scalarAt(container, 'image')
    const { name: imageName, tag } = readImage(image?.text ?? '')
    // Items of a list have no key: what the only container lacks is missing below the list's own key.
    const place = containers.length === 1 ? keyPlaceOf(pod, 'containers') : placeOf(pod, 'containers', index)
    return {
      name: scalarAt(container, 'name')?.text ?? resource.id.name,
      component: componentOf(imageName),
      image,
      imageName,
      tag,
      container,
      containerAt: place,
      kubernetes: { resource, pod, podAt: keyPlaceOf(resource.root, ...path) },
    }
  })
}

export interface ReadConfigs {
  readonly configs: readonly Config[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The configs in the keys of a ConfigMap or Secret that are called config.json. */
export function readConfigs(resource: Resource): ReadConfigs {
  if (resource.id.kind !== 'ConfigMap' && resource.id.kind !== 'Secret') return { configs: [], diagnostics: [] }
  const read = ['data', 'stringData'].flatMap(part =>
    entriesAt(resource.root, part).flatMap(([key, node]) =>
      key === 'config.json' && node.kind === 'scalar'
        ? [readConfig(node.text, (line, column) => positionInText(node, line, column))]
        : [],
    ),
  )
  return {
    configs: read.flatMap(({ root }) => (root ? [{ root, resource }] : [])),
    diagnostics: read.flatMap(({ diagnostics }) => diagnostics),
  }
}
