import { execFileSync, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import type { Module } from './sources.ts'

/** A file of a Go module, with what proves that it is that file. */
export interface SourceFile {
  readonly module: string
  readonly version: string
  /** The module's checksum as Go's checksum database has it. */
  readonly sum: string
  readonly file: string
  readonly sha256: string
  readonly text: string
}

/** Reads files from modules; downloads each module once, through the developer's own Go. Throws when Go cannot get it. */
export function readModule(module: Module, files: readonly string[]): SourceFile[] {
  const { Zip, Sum } = download(module)
  return files.map(file => {
    const text = execFileSync('unzip', ['-p', Zip, `${module.path}@${module.version}/${file}`], {
      encoding: 'utf8',
      maxBuffer: 2 ** 28,
    })
    return { module: module.path, version: module.version, sum: Sum, file, sha256: sha256(text), text }
  })
}

export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex')
}

/** Go refuses to unpack a module that needs a newer Go, but its archive, which is all that is needed, is there by then. */
function download({ path, version }: Module): { Zip: string; Sum: string } {
  const run = spawnSync('go', ['mod', 'download', '-json', `${path}@${version}`], { encoding: 'utf8' })
  const { Zip, Sum, Error: reason } = JSON.parse(run.stdout || '{}') as Partial<Record<string, string>>
  if (!Zip || !Sum) throw new Error(`cannot download ${path}@${version}: ${reason ?? run.error?.message ?? run.stderr}`)
  return { Zip, Sum }
}
