import { resolveTag } from '../resolve-tag.ts'

const KEY = /(?:[A-Za-z0-9_./$][A-Za-z0-9_./$@+-]*|"[^"\\\n]*"|'[^'\n]*')(?=:(?:[ \n]|$))/y

/** The length of the key of a block map at an offset, quotes included; 0 where there is none, or no plain one. */
export function measureKey(text: string, at: number): number {
  KEY.lastIndex = at
  return KEY.exec(text)?.[0].length ?? 0
}

/** The key's text; undefined for one that is no string, or is a merge key. */
export function readKey(text: string, at: number, length: number): string | undefined {
  const written = text.slice(at, at + length)
  const isQuoted = written.startsWith('"') || written.startsWith("'")
  if (!isQuoted) return resolveTag(written, 'v3') === 'str' ? written : undefined
  const key = written.slice(1, -1)
  return key === '<<' ? undefined : key
}
