import { CannotFinish } from '../model/cannot-finish.ts'
import type { Resource } from '../model/resource.ts'
import { nearest } from '../text/nearest.ts'

/**
 * The resource that a user names: Kind/name, or namespace/Kind/name where several have that. The hash that kustomize
 * puts behind the names of generated ConfigMaps and Secrets may be left out. Throws CannotFinish, with a suggestion.
 */
export function findResource(name: string, resources: readonly Resource[]): Resource {
  const exact = resources.filter(resource => namesOf(resource).includes(name))
  const matches = exact.length > 0 ? exact : resources.filter(one => namesOf(one).some(full => isHashed(full, name)))
  const [found, ...others] = matches
  if (found && others.length === 0) return found
  if (!found) throw new CannotFinish(`there is no resource ${JSON.stringify(name)}: ${suggest(name, resources)}`)
  const all = matches.map(one => namesOf(one).at(-1))
  throw new CannotFinish(`${JSON.stringify(name)} is several resources: say which of ${all.join(', ')}`)
}

/** The names of a resource, the longest last. */
function namesOf({ id: { kind, namespace, name } }: Resource): readonly string[] {
  const short = `${kind}/${name}`
  return namespace === undefined ? [short] : [short, `${namespace}/${short}`]
}

function isHashed(full: string, name: string): boolean {
  return full.startsWith(`${name}-`) && /^[a-z0-9]{10}$/.test(full.slice(name.length + 1))
}

function suggest(name: string, resources: readonly Resource[]): string {
  const names = resources.flatMap(namesOf)
  const near = nearest(name, names) ?? names.find(full => full.toLowerCase() === name.toLowerCase())
  if (near !== undefined) return `did you mean "${near}"?`
  if (!/^([^/]+\/)?[^/]+\/[^/]+$/.test(name)) return 'write Kind/name or namespace/Kind/name, such as Deployment/master'
  const kind = name.split('/').at(-2)
  const ofKind = resources.filter(({ id }) => id.kind === kind).map(({ id }) => `${kind}/${id.name}`)
  if (ofKind.length > 0) return `the cluster has ${[...new Set(ofKind)].join(', ')}`
  return `the cluster has the kinds ${[...new Set(resources.map(({ id }) => id.kind))].sort().join(', ')}`
}
