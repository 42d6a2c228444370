import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, rmSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { applyChanges } from '../../../scripts/disk/apply-changes.ts'
import { planFleet, readFleet } from '../../../scripts/fleet/plan-fleet.ts'
import { repository } from '../../../scripts/testing/capture.ts'
import { writeTree } from '../../../scripts/testing/write-tree.ts'

/** A Git repository in a temporary folder. */
export interface Repository {
  readonly root: string
  remove(): void
}

const person = { name: 'Test', email: 'test@example.org', date: '2026-01-01T00:00:00Z' }

/** Git in a folder, with an author and a time that are always the same; what it prints, trimmed. */
export function git(cwd: string, ...args: readonly string[]): string {
  const { name, email, date } = person
  const config = ['-c', `user.name=${name}`, '-c', `user.email=${email}`, '-c', 'gc.auto=0']
  const env = { ...process.env, GIT_AUTHOR_DATE: date, GIT_COMMITTER_DATE: date }
  return execFileSync('git', [...config, ...args], { cwd, env, encoding: 'utf8' }).trim()
}

/** A repository of a fleet: these settings files below clusters/, the bases of this repository, and what is generated. */
export function makeRepository(settings: Readonly<Record<string, string>>): Repository {
  const files = Object.entries(settings).map(([path, text]) => [`clusters/${path}`, text])
  const root = writeTree(Object.fromEntries(files))
  for (const folder of ['base', 'overlays']) cpSync(join(repository, folder), join(root, folder), { recursive: true })
  mkdirSync(join(root, 'schemas'))
  for (const folder of ['fogflow', 'compose'])
    symlinkSync(join(repository, 'schemas', folder), join(root, 'schemas', folder))
  applyChanges(planFleet(readFleet(root).fleet), root)
  git(root, 'init', '--quiet', '--initial-branch=main')
  git(root, 'add', '--all')
  git(root, 'commit', '--quiet', '--message', 'feat: begin')
  return { root, remove: () => rmSync(root, { recursive: true, force: true }) }
}
