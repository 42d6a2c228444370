import type { SourceFile } from './loader.ts'

/**
 * What builds of one process share: files that were parsed already. An entry counts only for the same bytes, so a cache
 * never has to be told that a file has changed. What is in it must not change.
 */
export interface Cache {
  /** What `parse` made of the file's content, or made of it before; `use` tells several uses of one file apart. */
  remember<T>(use: string, file: SourceFile, parse: () => T): T
}

export function createCache(): Cache {
  const entries = new Map<string, { readonly content: Uint8Array; readonly value: unknown }>()
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
