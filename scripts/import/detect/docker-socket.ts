import type { Detector } from '../defect.ts'
import { inCompose, inKubernetes } from '../facts.ts'
import { has, itemsAt, keyPlaceOf, placeOf, textAt } from '../node.ts'
import { mountedPaths } from '../read/read-compose.ts'

export const dockerSocket = {
  code: 'docker-socket',
  outcome: 'corrected',
  why: 'Whoever reaches the socket is root on the node; clusters since Kubernetes 1.24 have no Docker behind it.',
  here: 'since 3.2.8 tasks run as pods; for older releases the feature docker-tasks mounts it, in a namespace that allows it',
  *find(site) {
    for (const { container, containerAt } of inCompose(site).filter(workload =>
      mountedPaths(workload).includes(socket),
    ))
      yield {
        at: has(container, 'volumes') ? keyPlaceOf(container, 'volumes') : containerAt,
        message: `${socket} is mounted`,
      }
    for (const {
      kubernetes: { pod },
    } of inKubernetes(site))
      for (const [index, volume] of itemsAt(pod, 'volumes').entries())
        if (textAt(volume, 'hostPath', 'path') === socket)
          yield { at: placeOf(pod, 'volumes', index, 'hostPath', 'path'), message: `${socket} is mounted` }
  },
} satisfies Detector

const socket = '/var/run/docker.sock'
