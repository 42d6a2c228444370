import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { type Definitions, draft } from './json-schema.ts'

/** Path relative to the package → text. */
export type Files = Readonly<Record<string, string>>

/** One definition a line, so that a new release shows as the lines that it changes. */
export function formatDefinitions(definitions: Definitions): string {
  const lines = Object.entries(definitions)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, definition]) => `${JSON.stringify(name)}:${JSON.stringify(definition)}`)
  return `{"$schema":"${draft}","definitions":{\n${lines.join(',\n')}\n}}\n`
}

/** Replaces the folders that the files are in. */
export function writeFiles(root: string, files: Files): void {
  const folders = new Set(Object.keys(files).map(path => path.split('/')[0] ?? path))
  for (const folder of folders) rmSync(join(root, folder), { recursive: true, force: true })
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true })
    writeFileSync(join(root, path), text)
  }
}
