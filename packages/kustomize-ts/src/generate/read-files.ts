import { isUtf8 } from 'node:buffer'
import { posix } from 'node:path'
import type { ScalarNode } from '../model/node.ts'
import { positionInText } from '../node/position-in-text.ts'
import { type Loader, readSource } from '../source/loader.ts'
import type { Pair } from './pair.ts'

/** Pairs of whole files, written as `path` or `key=path`; the key is the file's name where none is written. */
export function readFiles(files: readonly ScalarNode[], loader: Loader): Pair[] {
  return files.flatMap(written => {
    const source = splitSource(written, loader)
    const file = source === undefined ? undefined : readSource(loader, source)
    if (source === undefined || file === undefined) return []
    const start = { file: file.path, line: 1, column: 1 }
    const text = isUtf8(file.content) ? Buffer.from(file.content).toString('utf8') : undefined
    const value = text ?? file.content
    return [
      { key: source.key, keyAt: written.at, value, valueAt: start, ...(text === undefined ? {} : { content: start }) },
    ]
  })
}

function splitSource(written: ScalarNode, loader: Loader) {
  const { text } = written
  const split = text.indexOf('=')
  if (split < 0) return { key: posix.basename(text), text, at: written.at }
  const refuse = (message: string, fix: string) => {
    loader.report({ code: 'bad-file-source', severity: 'error', message, fix, source: written.at })
    return undefined
  }
  if (split !== text.lastIndexOf('=')) {
    return refuse(`source "${text}" key name or file path contains '='`, 'rename the file, or the key')
  }
  if (split === 0)
    return refuse(`missing key name for file path "${text.slice(1)}" in source "${text}"`, 'write key=path')
  if (split === text.length - 1) {
    return refuse(`missing file path for key name "${text.slice(0, -1)}" in source "${text}"`, 'write key=path')
  }
  return { key: text.slice(0, split), text: text.slice(split + 1), at: positionInText(written, 1, split + 2) }
}
