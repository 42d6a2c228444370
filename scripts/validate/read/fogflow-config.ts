import { type Node, parseDocuments, positionOf } from 'kustomize-ts'
import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding } from '../../model/rule.ts'
import { type Container, containersOf } from './container.ts'
import { type Field, fieldOf, pathOf, text } from './field.ts'
import { fileAt } from './file-at.ts'
import { memoize } from './memoize.ts'
import { podsOf } from './pod.ts'
import { configPath, type FogflowComponent, fogflowComponent } from './program.ts'

/** A config.json in a ConfigMap or Secret, as one container reads it. */
export interface FogflowConfig {
  readonly component: FogflowComponent
  /** The container that runs the component. */
  readonly reader: Container
  /** The container that fills the template in, where the text is one. */
  readonly filler: Container | undefined
  readonly resource: Resource
  readonly key: string
  readonly json: Field
}

export const fogflowConfigs: (cluster: ClusterView) => readonly FogflowConfig[] = memoize(cluster =>
  podsOf(cluster)
    .flatMap(containersOf)
    .flatMap(reader => readConfig(reader, cluster) ?? []),
)

/** The configs that stand in one resource. */
export function configsIn(resource: Resource, cluster: ClusterView): readonly FogflowConfig[] {
  return fogflowConfigs(cluster).filter(config => config.resource === resource)
}

function readConfig(reader: Container, cluster: ClusterView): FogflowConfig | undefined {
  const component = fogflowComponent(reader)
  const file = component && fileAt(reader, configPath(reader, component), cluster)
  if (!component || file?.state !== 'text' || !file.key.resource) return undefined
  const { resource, key } = file.key
  const json = parseJson(textOfKey(resource, key))
  return json && { component, reader, filler: file.filler, resource, key, json }
}

export function textOfKey(resource: Resource, key: string): string {
  return text(fieldOf(resource), 'data', key) ?? text(fieldOf(resource), 'stringData', key) ?? ''
}

/** Undefined for what is no JSON object, of which the check of the config's schema tells. */
function parseJson(source: string): Field | undefined {
  try {
    const value: unknown = JSON.parse(source)
    return typeof value === 'object' && value !== null ? { value } : undefined
  } catch {
    return undefined
  }
}

/** A finding at a field of a config, wherever in its file that stands. */
export function configFinding({ resource, key }: FogflowConfig, field: Field, message: string, fix?: string): Finding {
  const part = text(fieldOf(resource), 'data', key) === undefined ? 'stringData' : 'data'
  const { line, column } = positionOf(treeOf(textOfKey(resource, key)), pathOf(field))
  return { path: [part, key], message, ...(fix !== undefined && { fix }), inText: { line, column } }
}

/** JSON is YAML, so that its places come from the same reader. */
function treeOf(source: string): Node {
  const [root] = parseDocuments(source, 'config.json').documents
  return root ?? { kind: 'map', entries: new Map(), at: { file: 'config.json', line: 1, column: 1 } }
}
