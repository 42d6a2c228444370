import type { Manifest, Resource } from '../model/resource.ts'

/** The alphabet and the length of the hashes that kustomize puts behind names (api/hasher/hasher.go). */
const hash = /-[2456789bcdfghkmt]{10}$/

/** The names of generated ConfigMaps and Secrets, to what they are called in front of their hashes. */
export type Stems = ReadonlyMap<string, string>

export function findStems(resources: readonly Resource[]): Stems {
  const named = resources.filter(({ id }) => id.kind === 'ConfigMap' || id.kind === 'Secret')
  return new Map(named.filter(({ id }) => hash.test(id.name)).map(({ id }) => [id.name, id.name.replace(hash, '')]))
}

/** A resource under the name that stays when its content changes. */
export function withStem(resource: Resource, stems: Stems): Resource {
  const stem = isGenerated(resource) ? stems.get(resource.id.name) : undefined
  if (stem === undefined) return resource
  const { metadata } = resource.value
  const value: Manifest = { ...resource.value, metadata: { ...(metadata as object), name: stem } }
  return { ...resource, id: { ...resource.id, name: stem }, value }
}

function isGenerated({ id }: Resource): boolean {
  return id.kind === 'ConfigMap' || id.kind === 'Secret'
}
