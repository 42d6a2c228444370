import { list } from '../api/objects.ts'
import { git } from '../git/git.ts'
import { mergeBranch, revertLast } from '../git/scratch-repository.ts'
import { arrive } from '../story/await-commit.ts'
import { bootstrap } from '../story/bootstrap.ts'
import { commitKey } from '../story/edit.ts'
import { countDifferences, listDifferences, takeSnapshot } from '../story/snapshot.ts'
import type { Stage } from '../story/stage.ts'
import type { Pod } from '../story/workloads.ts'
import { formatPods } from './format-pods.ts'

export type Tell = (text: string) => void

/** What a newcomer is shown: a deployment, a change that is merged, and its revert. */
export async function giveTour(stage: Stage, tell: Tell): Promise<void> {
  const { api, engine, repository, cluster } = stage
  tell(`\n2. Deploy: kubectl apply -f clusters/${cluster}/sync/${engine.syncFile}`)
  const { seconds, remark } = await bootstrap(stage)
  tell(`   ${remark}, ready after ${seconds.toFixed(0)} s:`)
  await showPods(stage, tell)
  const before = await takeSnapshot(api, await engine.listInventory(api))

  tell(`\n3. Change: a pull request sets images.nginx.tag in cluster.yaml`)
  await git(repository.folder, 'checkout', '--quiet', '-b', 'newer-nginx')
  await commitKey(stage, 'images.nginx.tag', '1.28.1')
  tell(indent(await git(repository.folder, 'show', '--stat=74', '--format=%h %s')))
  const merged = await arrive(stage, await mergeBranch(repository, 'newer-nginx'))
  tell(`   Merged, and ${engine.name} has it running ${merged.toFixed(0)} s later:`)
  await showPods(stage, tell)

  tell('\n4. Roll back: git revert')
  const reverted = await arrive(stage, await revertLast(repository))
  const differences = listDifferences(before, await takeSnapshot(api, await engine.listInventory(api)))
  tell(`   After ${reverted.toFixed(0)} s the cluster is as it was: ${countDifferences(differences, before)}`)
  await showPods(stage, tell)
}

async function showPods({ api }: Stage, tell: Tell): Promise<void> {
  const pods = await list<Pod>(api, { apiVersion: 'v1', kind: 'Pod', namespace: 'fogflow' })
  tell(formatPods(pods.filter(({ metadata }) => !metadata.deletionTimestamp)))
}

/** Further in by three, without empty lines. */
const indent = (text: string): string => text.replace(/\n\s*/g, '\n').replace(/^/gm, '   ')
