import { expect, it } from 'vitest'
import type { Pod } from '../story/workloads.ts'
import { formatPods } from './format-pods.ts'

const pod = (name: string, image: string, status: string): Pod => ({
  apiVersion: 'v1',
  kind: 'Pod',
  metadata: { name },
  spec: { containers: [{ name: 'a', image }], nodeName: 'worker-0' },
  status: { conditions: [{ type: 'Ready', status }] },
})

it('pods stand in the order of their names, in columns', () => {
  const pods = [pod('nginx', 'docker.io/library/nginx:1.28', 'True'), pod('broker-0', 'fogflow/broker:3.2.8', 'False')]
  expect(formatPods(pods).split('\n')).toEqual([
    '   POD                IMAGE         NODE',
    '   broker-0  not yet  broker:3.2.8  worker-0',
    '   nginx     ready    nginx:1.28    worker-0',
  ])
})
