import type { Check } from '../check.ts'
import { judgeArgocd } from '../engine/argocd.ts'
import { judgeFlux } from '../engine/flux.ts'

/** What the engine says of itself. Whether it is true is what the other checks see. */
export const engineSynced = {
  id: 'engine-synced',
  summary: 'The GitOps engine has applied the newest commit, and is neither suspended nor stuck.',
  order: 3,
  run: scene => (scene.cluster.settings.engine === 'flux' ? judgeFlux(scene) : judgeArgocd(scene)),
} satisfies Check
