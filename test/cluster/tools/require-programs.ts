import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import { toolFolder } from '../../tools/tool-path.ts'

/** What is not built here and must be on the machine → what for, and how it comes there. */
const purposes = {
  go: 'control planes and engines are built with it: install Go 1.26 or later (https://go.dev/dl)',
  git: 'a repository is served with it: install git',
  openssl: 'certificates are made with it: install openssl',
  ps: 'what was started is found again with it: install procps',
  'redis-server': 'Argo CD keeps its cache in it: install redis',
  kustomize: 'Argo CD renders with it: npm run tools',
} as const

export type Program = keyof typeof purposes

/** Throws where one is not there, and names them all: nobody wants to hear of the second one after a build of minutes. */
export function requirePrograms(names: readonly Program[]): void {
  const missing = [...new Set(names)].filter(name => findProgram(name) === undefined)
  if (missing.length === 0) return
  throw new CannotFinish(missing.map(name => `${name} is not installed, and ${purposes[name]}`).join('; '))
}

/** Path of a program. */
export function findProgram(name: Program): string | undefined {
  const folders = name === 'kustomize' ? [toolFolder(name)] : (process.env.PATH ?? '').split(delimiter)
  return folders.map(folder => join(folder, name)).find(isExecutable)
}

/** Whether there is a program that may be run. */
function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}
