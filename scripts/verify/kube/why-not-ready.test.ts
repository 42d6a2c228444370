import { expect, it } from 'vitest'
import type { ContainerStatus, Pod } from './objects.ts'
import { whyNotReady } from './why-not-ready.ts'

const pod = (status: NonNullable<Pod['status']>, nodeName: string | undefined = 'node-0'): Pod => ({
  metadata: { name: 'broker-0', namespace: 'fogflow' },
  spec: nodeName === undefined ? {} : { nodeName },
  status,
})
const container = (status: Partial<ContainerStatus>) =>
  pod({ phase: 'Running', containerStatuses: [{ name: 'broker', ready: false, ...status }] })

it('says what the scheduler lacks', () => {
  const conditions = [{ type: 'PodScheduled', status: 'False', reason: 'Unschedulable', message: '0/3 nodes' }]
  expect(whyNotReady(pod({ phase: 'Pending', conditions })).reason).toMatch(/Unschedulable: 0\/3 nodes/)
})

it('says what a container waits for, and how it ended the last time', () => {
  const waiting = { reason: 'CrashLoopBackOff', message: 'back-off 5m' }
  const terminated = { exitCode: 255, message: 'no config\n' }
  const { reason, fix } = whyNotReady(container({ state: { waiting }, lastState: { terminated } }))
  expect(reason).toBe('container "broker" waits: CrashLoopBackOff (back-off 5m); it ended with 255: no config')
  expect(fix).toBe('read its log: kubectl logs -n fogflow broker-0 -c broker --previous')
})

it('says what to do about an image', () => {
  expect(whyNotReady(container({ state: { waiting: { reason: 'ImagePullBackOff' } } })).fix).toMatch(/image/)
})

it('says that a probe fails where a container runs', () => {
  expect(whyNotReady(container({ restartCount: 3 })).reason).toMatch(/its probe fails \(3 restarts\)/)
})

it('names the init container that the others wait for', () => {
  const initContainerStatuses = [
    { name: 'wait-for', ready: true },
    { name: 'fill-config', ready: false },
  ]
  const containerStatuses = [{ name: 'broker', ready: false, state: { waiting: { reason: 'PodInitializing' } } }]
  const { reason } = whyNotReady(pod({ phase: 'Pending', initContainerStatuses, containerStatuses }))
  expect(reason).toMatch(/^init container "fill-config"/)
})

it('has an answer for a pod of which nothing is known yet', () => {
  expect(whyNotReady(pod({})).reason).toBe('it is new on node node-0')
  expect(whyNotReady({ ...pod({}), spec: {} }).reason).toBe('it is new and on no node yet')
})
