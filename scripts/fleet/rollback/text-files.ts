import { isUtf8 } from 'node:buffer'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { CannotFinish } from '../../model/cannot-finish.ts'

/** Writes a file, and the folders that it stands in. */
export function write(file: string, text: string): void {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
}

/** Brings a file of one tree into another one, or takes it away there where the first has none. */
export function copy(path: string, from: string, to: string): void {
  const text = read(join(from, path))
  if (text === undefined) rmSync(join(to, path), { force: true })
  else write(join(to, path), text)
}

/** Undefined where there is no such file. Throws CannotFinish for one that is no text. */
export function read(file: string): string | undefined {
  if (!existsSync(file)) return undefined
  const bytes = readFileSync(file)
  // A forge takes texts: what is none would come out as another file.
  if (!isUtf8(bytes)) throw new CannotFinish(`${basename(file)} is no text: take it back by a commit of your own`)
  return bytes.toString('utf8')
}
