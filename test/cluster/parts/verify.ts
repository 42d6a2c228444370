import { playFaults } from '../../verify/play-faults.ts'
import { playHealthy } from '../../verify/play-healthy.ts'
import { argocd } from '../engines/argocd.ts'
import { flux } from '../engines/flux.ts'
import type { Part } from './part.ts'

/** Nothing is wrong with these; what they have besides: several nodes, several shards, and an edge on nodes of its own. */
const healthy = ['kanto/tokyo', 'kanto/ueno']

export const part: Part = {
  title: 'what npm run verify says of healthy and of faulty clusters',
  run: async context => {
    await playFaults(context, flux)
    await playFaults(context, argocd)
    for (const cluster of healthy) await playHealthy(context, cluster)
  },
}
