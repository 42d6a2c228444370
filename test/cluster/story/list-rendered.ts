import { build } from 'kustomize-ts'
import type { Reference } from '../api/manifest.ts'

/** The objects that a kustomization consists of. */
export function listRendered(folder: string): readonly Reference[] {
  const { resources, diagnostics } = build(folder)
  const [first] = diagnostics
  if (first) throw new Error(`${folder}: ${first.message}`)
  return resources.map(({ id: { apiVersion, kind, namespace, name } }) => ({ apiVersion, kind, namespace, name }))
}
