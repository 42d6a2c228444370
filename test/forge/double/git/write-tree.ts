import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { runGit } from './run-git.ts'

export interface TreeEntry {
  readonly path: string
  readonly mode: string
  /** Of an object that is there; null for a path that goes. */
  readonly sha?: string | null
  readonly content?: string
}

/** A tree that is another one with these entries. */
export function writeTree(folder: string, base: string | undefined, entries: readonly TreeEntry[]): string {
  mkdirSync(join(folder, 'making'), { recursive: true })
  const making = mkdtempSync(join(folder, 'making/'))
  try {
    const variables = { GIT_INDEX_FILE: join(making, 'index') }
    runGit(folder, ['read-tree', base ?? '--empty'], { variables })
    const shas = writeBlobs(folder, making, entries)
    const lines = entries.map(({ path, mode }, place) =>
      shas[place] === null ? `0 ${'0'.repeat(40)}\t${path}\0` : `${mode} ${shas[place]}\t${path}\0`,
    )
    runGit(folder, ['update-index', '-z', '--index-info'], { input: lines.join(''), variables })
    return runGit(folder, ['write-tree'], { variables })
  } finally {
    rmSync(making, { recursive: true, force: true })
  }
}

/** The blobs of the entries, all of them by one process. */
function writeBlobs(folder: string, making: string, entries: readonly TreeEntry[]): (string | null)[] {
  const files = entries.flatMap(({ content }, place) => (content === undefined ? [] : [`${making}/${place}`]))
  entries.forEach(({ content }, place) => {
    if (content !== undefined) writeFileSync(`${making}/${place}`, content)
  })
  const written = runGit(folder, ['hash-object', '-w', '--no-filters', '--stdin-paths'], { input: files.join('\n') })
  const shas = written.split('\n')
  return entries.map(({ content, sha }) => (content === undefined ? (sha ?? null) : (shas.shift() ?? null)))
}
