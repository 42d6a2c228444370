import { type ReadResources, readResources } from '../read/read-resources.ts'
import type { SourceFile } from '../source/loader.ts'

/**
 * What builds of one process share: files that were parsed already. An entry counts only for the same bytes, so a cache
 * never has to be told that a file has changed.
 */
export interface Cache {
  /** The resources of a manifest file, parsed at most once for the same content. */
  readManifest(file: SourceFile): ReadResources
}

export function createCache(): Cache {
  const manifests = new Map<string, { readonly content: Uint8Array; readonly parsed: ReadResources }>()
  return {
    readManifest(file) {
      const known = manifests.get(file.path)
      if (known !== undefined && Buffer.compare(known.content, file.content) === 0) return known.parsed
      const parsed = readResources(file.content, file.path)
      manifests.set(file.path, { content: file.content, parsed })
      return parsed
    },
  }
}
