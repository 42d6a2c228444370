import type { SourceFile } from './loader.ts'
import { createRecent } from './recent.ts'

/**
 * What builds of one process share: files that were parsed already. An entry counts only for the same bytes, so a cache
 * never has to be told that a file has changed. What is in it must not change. Files that were not asked for in a long
 * time are forgotten: a process may build any number of folders.
 */
export interface Cache {
  /** What `parse` made of the file's content, or made of it before; `use` tells several uses of one file apart. */
  remember<T>(use: string, file: SourceFile, parse: () => T): T
}

/** In bytes of files: about 2,000 of those that kustomizations usually are, or what is in memory some 100 MB. */
const BUDGET = 8_000_000
/** What a small file takes, beside its content. */
const OVERHEAD = 4_000

export function createCache(): Cache {
  const entries = createRecent<{ readonly content: Uint8Array; readonly value: unknown }>(
    BUDGET,
    ({ content }) => content.length + OVERHEAD,
  )
  return {
    remember<T>(use: string, file: SourceFile, parse: () => T): T {
      const key = `${use} ${file.path}`
      const known = entries.get(key)
      // The key says which parser has made the value.
      if (known !== undefined && Buffer.compare(known.content, file.content) === 0) return known.value as T
      const value = parse()
      entries.set(key, { content: file.content, value })
      return value
    },
  }
}
