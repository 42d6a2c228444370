import { readResources, toValue } from 'kustomize-ts'
import type { Manifest, Resource } from '../../model/resource.ts'

/** The resources of a YAML text. */
export function read(yaml: string): readonly Resource[] {
  const { resources, diagnostics } = readResources(yaml, '/test.yaml')
  if (diagnostics.length > 0) throw new Error(JSON.stringify(diagnostics))
  return resources.map(resource => ({ ...resource, value: toValue(resource.root) as Manifest }))
}
