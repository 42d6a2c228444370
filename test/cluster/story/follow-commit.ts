import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { apply } from '../api/apply.ts'
import { parseManifests } from '../api/install-crds.ts'
import { git } from '../git/git.ts'
import { regenerate, setKey } from '../git/scratch-repository.ts'
import { arrive } from './await-commit.ts'
import { prepareNamespace } from './bootstrap.ts'
import type { Stage } from './stage.ts'

/**
 * Lets an engine follow a repository whose cluster belongs to the other engine: with the objects that it would have in
 * sync/, but for the one that keeps sync/ itself current. The commit stays as it is.
 */
export async function followCommit(stage: Stage): Promise<void> {
  const { api, repository, cluster, engine } = stage
  const folder = join(repository.folder, 'clusters', cluster)
  setKey(join(folder, 'cluster.yaml'), ['engine'], engine.key)
  regenerate(repository)
  const objects = parseManifests(readFileSync(join(folder, 'sync', engine.syncFile), 'utf8'))
  await git(repository.folder, 'reset', '--quiet', '--hard')
  await git(repository.folder, 'clean', '--quiet', '-d', '--force')
  await prepareNamespace(api)
  for (const one of objects.filter(({ metadata }) => metadata.name !== 'fogflow-sync')) await apply(api, one)
  await arrive(stage, await git(repository.folder, 'rev-parse', 'HEAD'))
}
