import { existsSync } from 'node:fs'
import { join } from 'node:path'

/** The path of a program, or undefined, after saying on stderr which tests are skipped because it is absent. */
export function findProgram(name: string, tests: string): string | undefined {
  const folders = [...(process.env.PATH ?? '').split(':'), '/usr/sbin']
  const path = folders.map(folder => join(folder, name)).find(existsSync)
  if (path === undefined) console.warn(`skipped: ${tests}, because ${name} is absent`)
  return path
}
