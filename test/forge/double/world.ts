import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runGit } from './git/run-git.ts'

/** Who calls: a token's owner and rights. */
export interface Actor {
  readonly login: string
  /** Permission → level, as those of a GitHub App. Without `contents` the repository cannot be seen. */
  readonly permissions: Readonly<Record<string, 'read' | 'write'>>
}

export interface Comment {
  readonly id: number
  readonly author: string
  readonly body: string
  readonly at: string
}

export interface Pull {
  readonly number: number
  readonly author: string
  readonly branch: string
  readonly createdAt: string
  /** `owner/name` of a fork that the branch stands in; absent for one of this repository. */
  readonly fork?: string
  base: string
  title: string
  body: string | null
  state: 'open' | 'closed'
  /** The commit that the branch ended in when it was last there. */
  head: string
  updatedAt: string
  closedAt?: string
  merged?: { readonly at: string; readonly sha: string; readonly by: string }
  readonly labels: string[]
  readonly comments: Comment[]
}

export interface CheckRun {
  readonly id: number
  readonly name: string
  readonly sha: string
  readonly status: 'queued' | 'in_progress' | 'completed'
  readonly conclusion: string | null
  readonly at: string
}

export interface CommitStatus {
  readonly id: number
  readonly sha: string
  readonly context: string
  readonly state: 'error' | 'failure' | 'pending' | 'success'
  readonly at: string
}

/** A protected branch takes commits by pull requests only, and those only with these checks done well. */
export interface Protection {
  readonly requiredChecks: readonly string[]
}

/** All that the double knows beside its Git repository. */
export interface World {
  /** The bare repository. */
  readonly folder: string
  readonly owner: string
  readonly name: string
  /** Where the double listens, for the addresses in its answers. */
  url: string
  readonly actors: Map<string, Actor>
  readonly pulls: Pull[]
  readonly checkRuns: CheckRun[]
  readonly statuses: CommitStatus[]
  readonly protections: Map<string, Protection>
  /** The time, which tests may move. */
  now: () => Date
  nextId(): number
}

const all = { contents: 'write', pull_requests: 'write', issues: 'write', checks: 'write', statuses: 'write' } as const

/** An empty repository `acme/fleet`, and two who may do everything in it: `app-token` and `person-token`. */
export function createWorld(): World {
  const folder = mkdtempSync(join(tmpdir(), 'fogflow-forge-'))
  runGit(folder, ['init', '--quiet', '--bare', '--initial-branch=main', folder])
  let last = 0
  return {
    ...{ folder, owner: 'acme', name: 'fleet', url: '', now: () => new Date(), nextId: () => ++last },
    ...{ pulls: [], checkRuns: [], statuses: [], protections: new Map() },
    actors: new Map([
      ['app-token', { login: 'fleet-app[bot]', permissions: all }],
      ['person-token', { login: 'maki', permissions: all }],
    ]),
  }
}

export function removeWorld({ folder }: World): void {
  rmSync(folder, { recursive: true, force: true })
}

export const timestamp = (world: World): string =>
  world
    .now()
    .toISOString()
    .replace(/\.\d+Z$/, 'Z')
