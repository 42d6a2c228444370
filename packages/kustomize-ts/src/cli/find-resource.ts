import { nearestWord } from '../kustomization/nearest-word.ts'
import type { Resource } from '../model/resource.ts'

/** The resource that `Kind/name` or `namespace/Kind/name` names, or why it names none. */
export function findResource(resources: readonly Resource[], name: string): Resource | { readonly fault: string } {
  const matches = resources.filter(resource => isNamed(resource, name))
  const [first] = matches
  if (matches.length === 1 && first !== undefined) return first
  if (matches.length > 1) {
    return { fault: `"${name}" is several resources: ${matches.map(formatResource).join(', ')}` }
  }
  if (!/^([^/]+\/)?[^/]+\/[^/]+$/.test(name)) return { fault: `"${name}" is not Kind/name or namespace/Kind/name` }
  return { fault: `there is no resource "${name}" in what was built; ${suggest(resources, name)}` }
}

function isNamed({ id }: Resource, text: string): boolean {
  return text === `${id.kind}/${id.name}` || text === `${id.namespace ?? 'default'}/${id.kind}/${id.name}`
}

function formatResource({ id }: Resource): string {
  return `${id.namespace ?? 'default'}/${id.kind}/${id.name}`
}

function suggest(resources: readonly Resource[], name: string): string {
  const names = resources.flatMap(resource => [`${resource.id.kind}/${resource.id.name}`, formatResource(resource)])
  const near = nearestWord(name, names) ?? names.find(other => other.startsWith(name))
  if (near !== undefined) return `did you mean "${near}"?`
  return `it has ${resources.map(({ id }) => `${id.kind}/${id.name}`).join(', ') || 'no resources'}`
}
