import { isUtf8 } from 'node:buffer'
import type { ScalarNode } from '../model/node.ts'
import { type Loader, readSource, type SourceFile } from '../source/loader.ts'
import type { Pair } from './pair.ts'

/** Pairs of the `key=value` lines of env files; blank lines and `#` comments are passed over. */
export function readEnvs(envs: readonly ScalarNode[], loader: Loader): Pair[] {
  return envs.flatMap(written => {
    const file = readSource(loader, written)
    return file === undefined ? [] : readLines(file, loader)
  })
}

function readLines(file: SourceFile, loader: Loader): Pair[] {
  if (!isUtf8(file.content)) {
    const message = 'an env file is text, and this one is not valid UTF-8'
    const source = { file: file.path, line: 1, column: 1 }
    loader.report({ code: 'bad-env-file', severity: 'error', message, fix: 'list the file under `files`', source })
    return []
  }
  const lines = Buffer.from(file.content)
    .toString('utf8')
    .replace(/^\uFEFF/, '')
    .split('\n')
  return lines.flatMap((line, index) => readLine(line.replace(/\r$/, ''), index + 1, file.path))
}

function readLine(line: string, number: number, file: string): Pair[] {
  // What Go's unicode.IsSpace counts as space.
  const text = line.replace(/^[\t\n\v\f\r \u0085\u00A0\u1680\u2000-\u200A\u2028\u2029\u202F\u205F\u3000]+/, '')
  if (text === '' || text.startsWith('#')) return []
  const column = line.length - text.length + 1
  const split = text.indexOf('=')
  const key = split < 0 ? text : text.slice(0, split)
  if (key === '') return []
  const keyAt = { file, line: number, column }
  const valueAt = { file, line: number, column: column + key.length + (split < 0 ? 0 : 1) }
  return [{ key, keyAt, value: split < 0 ? '' : text.slice(split + 1), valueAt, content: valueAt }]
}
