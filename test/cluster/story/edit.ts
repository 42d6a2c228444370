import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { commitAll, regenerate, setKey } from '../git/scratch-repository.ts'
import type { Stage } from './stage.ts'

/** Sets a key of the cluster's cluster.yaml, as `worker.capacity`, generates, commits and pushes. */
export function commitKey(stage: Stage, key: string, value: unknown): Promise<string> {
  setClusterKey(stage, key, value)
  return commitAll(stage.repository, `feat(${stage.cluster}): set ${key}`)
}

/** The same without committing. */
export function setClusterKey({ repository, cluster }: Stage, key: string, value: unknown): void {
  setKey(join(repository.folder, 'clusters', cluster, 'cluster.yaml'), key.split('.'), value)
  regenerate(repository)
}

/** Changes the text of a file of the repository; throws where that changes nothing. */
export function editFile({ repository }: Stage, path: string, change: (text: string) => string): void {
  const file = join(repository.folder, path)
  const text = readFileSync(file, 'utf8')
  const changed = change(text)
  if (changed === text) throw new Error(`${path} is not what the scenario expects`)
  writeFileSync(file, changed)
}
