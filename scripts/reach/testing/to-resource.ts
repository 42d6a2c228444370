import { readResources, toValue } from 'kustomize-ts'
import type { Manifest, Resource } from '../../model/resource.ts'

/** A manifest as the rules get it. */
export function toResource(manifest: Manifest): Resource {
  const [resource] = readResources(JSON.stringify(manifest), 'test.yaml').resources
  if (!resource) throw new Error(`no resource: ${JSON.stringify(manifest)}`)
  return { ...resource, value: toValue(resource.root) as Manifest }
}
