import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseDocument } from 'yaml'
import { generate } from '../../../scripts/generate/generate.ts'
import { loadFleet } from '../../../scripts/load/fleet/load-fleet.ts'
import { git } from './git.ts'

const root = resolve(import.meta.dirname, '../../..')

/** A copy of this repository that an engine follows, as a person has it on disk, with `origin` on a server. */
export interface ScratchRepository {
  readonly folder: string
  /** Of its origin. */
  readonly url: string
}

/**
 * Copies what is deployed from this repository, as it is on disk, lets it be changed, and pushes it to a new repository in
 * the server's folder.
 */
export async function makeScratchRepository(
  served: string,
  server: string,
  change: (folder: string) => void = () => {},
): Promise<ScratchRepository> {
  const name = 'fogflow-gitops.git'
  const repository = { folder: join(dirname(served), 'work'), url: `${server}/${name}` }
  const { folder, url } = repository
  mkdirSync(served)
  await git(served, 'init', '--quiet', '--bare', '--initial-branch=main', name)
  for (const part of ['base', 'overlays', 'clusters']) cpSync(join(root, part), join(folder, part), { recursive: true })
  await git(folder, 'init', '--quiet', '--initial-branch=main')
  await git(folder, 'remote', 'add', 'origin', url)
  setKey(join(folder, 'clusters/defaults.yaml'), ['repository', 'url'], url)
  change(folder)
  regenerate(repository)
  await commitAll(repository, 'feat: a fleet')
  return repository
}

/** Writes a key of a cluster.yaml or defaults.yaml, as a person does. */
export function setKey(file: string, path: readonly string[], value: unknown): void {
  const document = parseDocument(readFileSync(file, 'utf8'))
  document.setIn(path, value)
  writeFileSync(file, document.toString())
}

/** What `npm run generate` does, but for the engines' times. */
export function regenerate({ folder }: ScratchRepository): void {
  const { fleet, diagnostics } = loadFleet(folder)
  const [error] = diagnostics.filter(({ severity }) => severity === 'error')
  if (error) throw new Error(`${error.code}: ${error.message}`)
  for (const { path, text } of generate(fleet, () => undefined)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), hasten(text))
  }
}

/** How long engines wait before they give up or try again: minutes on a real cluster, seconds here. */
const times: readonly (readonly [RegExp, string])[] = [
  [/^( {2}timeout: )"(5|15)m"$/gm, '$1"20s"'], // Flux: the health of what it applied
  [/^( {2}retryInterval: )"1m"$/gm, '$1"5s"'],
  [/^( {4,}duration: )"30s"$/gm, '$1"2s"'], // Argo CD: between tries
  [/^( {4,}maxDuration: )"2m"$/gm, '$1"4s"'],
]

export const hasten = (text: string): string =>
  times.reduce((hastened, [pattern, time]) => hastened.replace(pattern, time), text)

/** Commits everything and pushes the branch that is checked out; returns the commit. */
export async function commitAll({ folder }: ScratchRepository, message: string): Promise<string> {
  await git(folder, 'add', '--all')
  await git(folder, 'commit', '--quiet', '--message', message)
  return push(folder)
}

async function push(folder: string): Promise<string> {
  await git(folder, 'push', '--quiet', 'origin', 'HEAD')
  return git(folder, 'rev-parse', 'HEAD')
}

/** `git revert` of the newest commit, a merge too; pushes it and returns the new one. */
export async function revertLast({ folder }: ScratchRepository): Promise<string> {
  const parents = (await git(folder, 'rev-list', '--parents', '--max-count=1', 'HEAD')).split(' ').length - 1
  await git(folder, 'revert', '--no-edit', ...(parents > 1 ? ['--mainline', '1'] : []), 'HEAD')
  return push(folder)
}

/** Merges a branch into main as a pull request is, with a merge commit; pushes it and returns the merge. */
export async function mergeBranch({ folder }: ScratchRepository, branch: string): Promise<string> {
  await git(folder, 'checkout', '--quiet', 'main')
  await git(folder, 'merge', '--quiet', '--no-ff', '--no-edit', branch)
  return push(folder)
}
