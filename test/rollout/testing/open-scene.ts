import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Environment } from '../../../scripts/model/environment.ts'
import { capture } from '../../../scripts/testing/capture.ts'
import { type Double, startDouble } from '../../forge/double/start-double.ts'
import { accessOf } from '../../forge/testing/open-test-forge.ts'
import { git, type Repository } from './make-repository.ts'

/** A forge with a fleet's repository on it, whose main branch is protected, and a clone in which somebody calls commands. */
export interface Scene {
  readonly double: Double
  readonly clone: string
  /** The time of the forge and of the commands; it only moves when a test moves it. */
  readonly clock: { now: Date }
  /** Calls a command after a `git pull`; what it wrote, and its exit code. */
  call(command: (environment: Environment) => Promise<0 | 1>): Promise<Called>
  close(): Promise<void>
}

export interface Called {
  readonly exitCode: 0 | 1
  readonly output: string
  readonly errors: string
}

export async function openScene({ root }: Repository): Promise<Scene> {
  const double = await startDouble()
  const clock = { now: new Date('2026-01-02T00:00:00Z') }
  double.world.now = () => clock.now
  double.world.protections.set('main', { requiredChecks: ['check'] })
  git(double.world.folder, 'fetch', '--quiet', root, 'main:main')
  const clone = join(mkdtempSync(join(tmpdir(), 'fogflow-clone-')), 'fleet')
  git(tmpdir(), 'clone', '--quiet', '--shared', double.world.folder, clone)
  return {
    ...{ double, clone, clock },
    async call(command) {
      git(clone, 'pull', '--quiet', '--prune')
      const { environment, output, errors } = capture(clone, clone)
      const exitCode = await command({ ...environment, forge: accessOf(double), now: () => clock.now })
      return { exitCode, output: output(), errors: errors() }
    },
    async close() {
      rmSync(join(clone, '..'), { recursive: true, force: true })
      await double.stop()
    },
  }
}
