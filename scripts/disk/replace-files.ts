import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'

/** A file that is to have this text afterwards. */
export interface NewFile {
  /** Absolute. */
  readonly path: string
  readonly text: string
}

/**
 * Writes files so that each is the old one or the new one, whatever interrupts: all are written under other names
 * first, and renamed when none is missing. Throws what the file system says; what was not renamed is cleaned up.
 */
export function replaceFiles(files: readonly NewFile[]): void {
  const staged: { readonly from: string; readonly to: string }[] = []
  try {
    for (const { path, text } of files) {
      const from = join(dirname(path), `.${basename(path)}.${process.pid}.new`)
      mkdirSync(dirname(path), { recursive: true })
      staged.push({ from, to: path })
      writeFileSync(from, text, { flag: 'wx' })
    }
    for (const { from, to } of staged) renameSync(from, to)
  } finally {
    for (const { from } of staged) rmSync(from, { force: true })
  }
}
