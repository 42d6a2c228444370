import { positionOf } from 'kustomize-ts'
import type { Check, Problem } from '../check.ts'
import { type Expected, listWorkloads, pathTo } from '../kube/list-workloads.ts'
import type { Workload } from '../kube/objects.ts'
import { readOptional } from '../kube/read-optional.ts'
import type { Scene } from '../scene.ts'

/** Each Deployment and StatefulSet of Git is in the cluster, in that size, with those images. */
export const workloadsPresent = {
  id: 'workloads-present',
  summary: 'Every workload of Git is in the cluster, with the replicas and images that Git says.',
  order: 4,
  async run(scene) {
    const expected = listWorkloads(scene)
    const problems: Problem[] = []
    for (const workload of expected) {
      const found = await readOptional<Workload>(scene, pathTo(workload.id))
      problems.push(...(found ? compare(workload, found) : [missing(workload, scene)]))
    }
    return { problems, seen: `${expected.length} workloads` }
  },
} satisfies Check

const missing = ({ id, component, resource }: Expected, { cluster }: Scene): Problem => ({
  message: `there is no ${id.kind} "${id.name}" in namespace ${id.namespace}: the cluster runs without ${component}`,
  fix: `see why the engine does not make it (check engine-synced); what it does make of Git: npm run -s render -- clusters/${cluster.name}/fogflow`,
  resource: id,
  source: positionOf(resource.root, ['metadata', 'name'], 'key'),
})

function compare({ id, replicas, pod, resource }: Expected, { metadata, spec, status }: Workload): readonly Problem[] {
  const drift = 'an engine that heals itself sets it back; if it stays, see check engine-synced'
  const problems: Problem[] = []
  const actual = spec.replicas ?? 1
  if (actual !== replicas)
    problems.push({
      message: `spec.replicas is ${actual}, Git says ${replicas}: somebody scaled it, or the commit has not arrived`,
      fix: drift,
      resource: id,
      source: positionOf(resource.root, ['spec', 'replicas']),
    })
  for (const [index, container] of (pod.containers ?? []).entries()) {
    const image = spec.template?.spec?.containers?.find(({ name }) => name === container.name)?.image
    if (image === container.image) continue
    problems.push({
      message: `container "${container.name}" has image ${JSON.stringify(image)}, Git says "${container.image}"`,
      fix: drift,
      resource: id,
      source: positionOf(resource.root, ['spec', 'template', 'spec', 'containers', index, 'image']),
    })
  }
  if (replicas > 0 && actual === replicas && (status?.updatedReplicas ?? 0) < replicas)
    problems.push({
      message: `${status?.updatedReplicas ?? 0} of its ${replicas} pods are of its newest version: the others run what was before`,
      fix: 'wait for the rollout (--watch); if it stays, check pods-ready and the events of the namespace say why',
      resource: id,
    })
  if (metadata.generation !== undefined && status?.observedGeneration !== metadata.generation)
    problems.push({
      message: `Kubernetes has not acted on its newest version yet (generation ${metadata.generation}, seen ${status?.observedGeneration ?? 'none'})`,
      fix: 'wait a moment (--watch); if it stays, the controller manager of the cluster does not work',
      resource: id,
    })
  return problems
}
