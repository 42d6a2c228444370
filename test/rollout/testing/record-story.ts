import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { capture } from '../../../scripts/testing/capture.ts'
import { runGit } from '../../forge/double/git/run-git.ts'
import type { Double } from '../../forge/double/start-double.ts'
import type { World } from '../../forge/double/world.ts'
import { readState } from '../../forge/testing/read-state.ts'
import type { Story } from '../../forge/testing/sweep-faults.ts'
import type { Act } from './act.ts'
import { git } from './make-repository.ts'
import type { Scene } from './open-scene.ts'

/** What a forge holds, but for Git's objects, which never change. */
interface Snapshot extends Pick<World, 'pulls' | 'checkRuns' | 'statuses'> {
  /** As `git show-ref` prints them. */
  readonly refs: string
  readonly now: Date
}

/**
 * Plays a story, and makes a story of each of its acts, which begins with what the acts before have left. Where each of
 * them ends alike whatever goes wrong in it, so does the whole. Git's objects stay those of the scene: keep it open.
 */
export async function recordStory(scene: Scene, acts: readonly Act[]): Promise<readonly (Story & { name: string })[]> {
  const stories: (Story & { name: string })[] = []
  for (const { name, prepare, command } of acts) {
    await prepare?.(scene)
    const snapshot = takeSnapshot(scene.double.world)
    const { folder } = scene.double.world
    stories.push({
      name,
      begin: double => restore(snapshot, folder, double),
      run: (access, double) => {
        const clone = cloneOf(double)
        git(clone, 'fetch', '--quiet', '--prune')
        return command({ ...capture(clone, clone).environment, forge: access, now: () => snapshot.now }, double)
      },
      readState,
    })
    await scene.call(environment => command(environment, scene.double))
  }
  return stories
}

function takeSnapshot({ folder, pulls, checkRuns, statuses, now }: World): Snapshot {
  return {
    ...structuredClone({ pulls, checkRuns, statuses }),
    refs: runGit(folder, ['show-ref', '--heads']),
    now: now(),
  }
}

function restore({ refs, now, ...lists }: Snapshot, objects: string, double: Double): void {
  const { world } = double
  const { pulls, checkRuns, statuses } = structuredClone(lists)
  world.pulls.push(...pulls)
  world.checkRuns.push(...checkRuns)
  world.statuses.push(...statuses)
  world.now = () => now
  writeFileSync(join(world.folder, 'objects/info/alternates'), `${join(objects, 'objects')}\n`)
  const commands = refs.split('\n').map(line => line.replace(/^(\w+) (.+)$/, 'create $2 $1\n'))
  runGit(world.folder, ['update-ref', '--stdin'], { input: commands.join('') })
  git(world.folder, 'clone', '--quiet', '--shared', world.folder, cloneOf(double))
}

/** In the folder of the forge, with which it goes away. */
const cloneOf = ({ world }: Double) => join(world.folder, 'clone')
