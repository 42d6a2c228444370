import { describe, expect, it } from 'vitest'
import { overlays } from './list-overlays.ts'
import { type Manifest, type Pod, render, workloadsOf } from './render.ts'

const cloud = ['broker', 'designer', 'discovery', 'master', 'nginx', 'rabbitmq', 'worker']
const singletons = ['designer', 'discovery', 'master', 'rabbitmq']
const restricted = {
  allowPrivilegeEscalation: false,
  capabilities: { drop: ['ALL'] },
  readOnlyRootFilesystem: true,
}

const podOf = (workload: Manifest): Pod => workload.spec.template.spec
const containersOf = (pod: Pod) => [...(pod.initContainers ?? []), ...pod.containers]
const namesOf = (manifests: readonly Manifest[]) => manifests.map(({ metadata }) => metadata.name).sort()
const replicasOf = (manifests: readonly Manifest[], name: string) =>
  workloadsOf(manifests).find(({ metadata }) => metadata.name === name)?.spec.replicas ?? 0

it('the documented setup has eight pods, dgraph among them, and 3.2.8 needs seven', () => {
  expect(namesOf(workloadsOf(render('overlays/single-node')))).toEqual(cloud)
  expect(namesOf(workloadsOf(render('test/overlays/single-node-3.2')))).toEqual([...cloud, 'dgraph'].sort())
})

it('an edge has a broker and a worker', () => {
  expect(namesOf(workloadsOf(render('overlays/edge')))).toEqual(['broker', 'worker'])
})

describe.each(overlays)('%s', overlay => {
  const manifests = render(overlay)
  const workloads = workloadsOf(manifests)

  it.each(workloads.map(workload => [workload.metadata.name, podOf(workload)] as const))(
    '%s runs restricted',
    (name, pod) => {
      const isRoot = overlay === 'test/overlays/docker-tasks' && name === 'worker'
      expect(pod.securityContext).toMatchObject({ runAsNonRoot: !isRoot, seccompProfile: { type: 'RuntimeDefault' } })
      expect(pod.volumes.some(volume => 'hostPath' in volume)).toBe(isRoot)
      for (const { securityContext } of containersOf(pod)) expect(securityContext).toEqual(restricted)
    },
  )

  it('bounds every container and names its image by a fixed tag', () => {
    for (const { image, resources } of workloads.flatMap(workload => containersOf(podOf(workload)))) {
      expect(image).toMatch(/^[a-z/-]+:v?\d/)
      expect(resources).toMatchObject({
        requests: { cpu: expect.any(String), memory: expect.any(String) },
        limits: { memory: expect.any(String) },
      })
    }
  })

  it('never runs two of what keeps its state in memory or in one file', () => {
    for (const { spec } of workloads.filter(({ metadata }) => singletons.includes(metadata.name)))
      expect(spec).toMatchObject({ replicas: 1, strategy: { type: 'Recreate' } })
  })

  it('lets a bad pod of a StatefulSet never block its own revert', () => {
    for (const { spec } of workloads.filter(({ kind }) => kind === 'StatefulSet'))
      expect(spec.podManagementPolicy).toBe('Parallel')
  })

  it('has a task namespace and a broker shard for each worker', () => {
    const namespaces = manifests.filter(({ kind, metadata }) => kind === 'Namespace' && metadata.name !== 'fogflow')
    const workers = replicasOf(manifests, 'worker')
    expect(namesOf(namespaces)).toEqual([...Array(workers).keys()].map(index => `fogflow-tasks-${index}`))
    expect(replicasOf(manifests, 'broker')).toBeGreaterThanOrEqual(workers)
  })
})
