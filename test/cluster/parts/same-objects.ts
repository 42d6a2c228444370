import { join } from 'node:path'
import { argocd } from '../engines/argocd.ts'
import { flux } from '../engines/flux.ts'
import { bootstrap } from '../story/bootstrap.ts'
import { followCommit } from '../story/follow-commit.ts'
import { listRendered } from '../story/list-rendered.ts'
import { countDifferences, listDifferences, type Snapshot, takeSnapshot } from '../story/snapshot.ts'
import { withStage } from '../story/with-stage.ts'
import type { Context, Part, Row } from './part.ts'

const cast = { cluster: 'lab/laptop', kubernetes: '1.34' }

export const part: Part = {
  title: 'Flux and Argo CD on the same commit make the same objects',
  run: async context => context.report(makeRow(...(await takeBoth(context)))),
}

/** What each engine makes of the commit, the engines' own objects aside. */
const takeBoth = (context: Context): Promise<readonly [Snapshot, Snapshot]> =>
  withStage(context, { ...cast, engine: argocd }, async stage => {
    await bootstrap(stage)
    const objects = ['platform', 'fogflow'].flatMap(layer =>
      listRendered(join(stage.repository.folder, 'clusters', stage.cluster, layer)),
    )
    const byArgocd = await takeSnapshot(stage.api, objects)
    const byFlux = await withStage(context, { ...cast, engine: flux }, async other => {
      await followCommit({ ...other, repository: stage.repository })
      return takeSnapshot(other.api, objects)
    })
    return [byArgocd, byFlux] as const
  })

function makeRow(byArgocd: Snapshot, byFlux: Snapshot): Row {
  const differences = listDifferences(byArgocd, byFlux)
  const remark = [countDifferences(differences, byArgocd), ...differences].join('; ')
  return { scenario: part.title, with: 'both', remark, passed: differences.length === 0 && byArgocd.size > 0 }
}
