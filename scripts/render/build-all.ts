import { build, createCache, disk, toValue } from 'kustomize-ts'
import type { KustomizationFolder } from '../model/loaded.ts'
import type { RenderedKustomization } from '../model/rendered.ts'
import type { Manifest } from '../model/resource.ts'
import { recordReads } from './recording-file-system.ts'

export type Build = (kustomizations: readonly KustomizationFolder[]) => readonly RenderedKustomization[]

/** Builds kustomizations one after the other; a file that several of them read is read once in the run. */
export function createBuild(step: (done: number, total: number) => void): Build {
  const fileSystem = recordReads(disk)
  const cache = createCache()
  return kustomizations =>
    kustomizations.map((kustomization, index) => {
      step(index, kustomizations.length)
      const { resources, diagnostics } = build(kustomization.folder, { fileSystem, cache })
      const withValues = resources.map(resource => ({ ...resource, value: toValue(resource.root) as Manifest }))
      return { kustomization, resources: withValues, diagnostics, read: fileSystem.takeRead() }
    })
}
