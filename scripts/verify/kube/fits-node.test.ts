import { expect, it } from 'vitest'
import { whyNotOn } from './fits-node.ts'
import type { Expression, Node, PodSpec, Taint, Toleration } from './objects.ts'

const node = (labels: Record<string, string> = {}, taints: readonly Taint[] = []): Node => ({
  metadata: { name: 'node-0', labels },
  spec: { taints },
})

const wanting = (...terms: readonly (readonly Expression[])[]): PodSpec => ({
  affinity: {
    nodeAffinity: {
      requiredDuringSchedulingIgnoredDuringExecution: {
        nodeSelectorTerms: terms.map(matchExpressions => ({ matchExpressions })),
      },
    },
  },
})

it('takes any node for a pod that asks for nothing', () => {
  expect(whyNotOn({}, node())).toBeUndefined()
})

it('judges nodeSelector by value', () => {
  const pod = { nodeSelector: { pool: 'fogflow' } }
  expect(whyNotOn(pod, node({ pool: 'fogflow' }))).toBeUndefined()
  expect(whyNotOn(pod, node({ pool: 'other' }))).toMatch(/pool=fogflow.*"other"/)
  expect(whyNotOn(pod, node())).toMatch(/no such label/)
})

it.each<readonly [Expression, boolean, boolean, boolean]>([
  [{ key: 'a', operator: 'Exists' }, true, true, false],
  [{ key: 'a', operator: 'DoesNotExist' }, false, false, true],
  [{ key: 'a', operator: 'In', values: ['1', '3'] }, true, false, false],
  [{ key: 'a', operator: 'NotIn', values: ['1'] }, false, true, true],
  [{ key: 'a', operator: 'Gt', values: ['1'] }, false, true, false],
  [{ key: 'a', operator: 'Lt', values: ['2'] }, true, false, false],
])('judges node affinity as the scheduler does: %j', (expression, one, two, none) => {
  const fits = (labels: Record<string, string>) => whyNotOn(wanting([expression]), node(labels)) === undefined
  expect([fits({ a: '1' }), fits({ a: '2' }), fits({})]).toEqual([one, two, none])
})

it('needs one of the terms, and all expressions of it; a term without any is met by no node', () => {
  const [a, b] = [
    { key: 'a', operator: 'Exists' },
    { key: 'b', operator: 'Exists' },
  ]
  expect(whyNotOn(wanting([a], [b]), node({ b: '' }))).toBeUndefined()
  expect(whyNotOn(wanting([a, b]), node({ b: '' }))).toMatch(/a Exists and b Exists/)
  expect(whyNotOn(wanting([]), node({ b: '' }))).toBeDefined()
})

const taint: Taint = { key: 'dedicated', value: 'fogflow', effect: 'NoSchedule' }

it.each<readonly [Toleration, boolean]>([
  [{ operator: 'Exists' }, true],
  [{ key: 'dedicated', operator: 'Exists' }, true],
  [{ key: 'dedicated', operator: 'Exists', effect: 'NoExecute' }, false],
  [{ key: 'dedicated', value: 'fogflow', effect: 'NoSchedule' }, true],
  [{ key: 'dedicated', value: 'other' }, false],
  [{ key: 'dedicated' }, false],
  [{ key: 'other', operator: 'Exists' }, false],
])('judges taints by tolerations: %j', (toleration, isTolerated) => {
  expect(whyNotOn({ tolerations: [toleration] }, node({}, [taint])) === undefined).toBe(isTolerated)
})

it('does not mind what is only preferred, and what the state of the node brings', () => {
  const taints = [
    { key: 'spot', effect: 'PreferNoSchedule' },
    { key: 'node.kubernetes.io/unschedulable', effect: 'NoSchedule' },
  ]
  expect(whyNotOn({}, node({}, taints))).toBeUndefined()
  expect(whyNotOn({}, node({}, [taint]))).toMatch(/dedicated=fogflow:NoSchedule/)
})
