import { flux } from '../engines/flux.ts'
import { bootstrap } from '../story/bootstrap.ts'
import { play } from '../story/tell-story.ts'
import { withStage } from '../story/with-stage.ts'
import { checkHardening } from '../tasks/check-hardening.ts'
import type { Part } from './part.ts'

export const part: Part = {
  title: 'tasks as the worker makes them, hardened on admission',
  run: context =>
    withStage(context, { engine: flux, cluster: 'lab/bench', kubernetes: '1.36' }, async (stage, { kubeconfig }) => {
      const first = await play(stage, { title: 'first sync of lab/bench, Kubernetes 1.36', play: bootstrap })
      context.report(first)
      if (!first.passed) return
      const title = 'a task, started by the worker'
      context.report(await play(stage, { title, play: ({ api }) => checkHardening(api, kubeconfig) }))
    }),
}
