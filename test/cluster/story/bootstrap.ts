import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'
import type { Api } from '../api/api.ts'
import { apply } from '../api/apply.ts'
import { parseManifests } from '../api/install-crds.ts'
import { read } from '../api/objects.ts'
import { git } from '../git/git.ts'
import { arrive } from './await-commit.ts'
import type { Seen, Stage } from './stage.ts'

/** What a person does to a new cluster: the namespace and the password that Git does not hold, then the file of sync/. */
export async function bootstrap(stage: Stage): Promise<Seen> {
  const { api, repository, cluster, engine } = stage
  await prepareNamespace(api)
  const file = join(repository.folder, 'clusters', cluster, 'sync', engine.syncFile)
  for (const manifest of parseManifests(readFileSync(file, 'utf8'))) await apply(api, manifest)
  const seconds = await arrive(stage, await git(repository.folder, 'rev-parse', 'HEAD'))
  return { seconds, remark: await checkOrder(stage) }
}

/** FogFlow's namespace with the password that Git does not hold. */
export async function prepareNamespace(api: Api): Promise<void> {
  await apply(api, { apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'fogflow' } })
  const stringData = { username: 'fogflow', password: 'only-for-tests' }
  await apply(api, {
    apiVersion: 'v1',
    kind: 'Secret',
    metadata: { name: 'rabbitmq', namespace: 'fogflow' },
    stringData,
  })
}

/** Sees in the timestamps that the groups of objects were made one after the other. */
async function checkOrder({ api, engine }: Stage): Promise<string> {
  const groups = await engine.listGroups(api)
  const times = await Promise.all(
    groups.map(async group => {
      const objects = await Promise.all(group.map(reference => read(api, reference)))
      return objects.map(object => object?.metadata.creationTimestamp ?? '').sort()
    }),
  )
  for (const [index, later] of times.slice(1).entries())
    if ((times[index]?.at(-1) ?? '') > (later[0] ?? '')) throw new CannotFinish(`group ${index + 2} was made too early`)
  return `${groups.flat().length} objects, in ${groups.length} groups one after the other`
}
