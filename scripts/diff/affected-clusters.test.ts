import { expect, it } from 'vitest'
import { affectedClusters } from './affected-clusters.ts'

const clusters = ['kanto/shibuya', 'kanto/ueno', 'kanto/ueno-2']

it.each([
  ['base/broker/service.yaml', clusters],
  ['overlays/edge/kustomization.yaml', clusters],
  ['clusters/kanto/ueno/fogflow/kustomization.yaml', ['kanto/ueno']],
  ['clusters/kanto/defaults.yaml', []],
  ['README.md', []],
])('%s reaches %j', (file, reached) => expect(affectedClusters([file], clusters)).toEqual(reached))
