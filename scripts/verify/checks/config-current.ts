import { positionOf } from 'kustomize-ts'
import type { Check, Problem } from '../check.ts'
import { listConfigMaps } from '../fogflow/site-ids.ts'
import { type Expected, idOf, listPods, listWorkloads } from '../kube/list-workloads.ts'
import type { Pod } from '../kube/objects.ts'
import type { Scene } from '../scene.ts'

/** A ConfigMap's name ends in a hash of its content: a pod that mounts that name was started with that content. */
export const configCurrent = {
  id: 'config-current',
  summary: 'Running pods have the configuration that Git says.',
  order: 7,
  async run(scene) {
    const problems: Problem[] = []
    const names = new Set<string>()
    for (const workload of listWorkloads(scene))
      for (const pod of await listPods(scene, workload)) problems.push(...comparePod(pod, workload, names))
    problems.push(...(await compareContents(scene)))
    return { problems, seen: `${names.size} ConfigMaps` }
  },
} satisfies Check

function comparePod(pod: Pod, { pod: wanted, resource }: Expected, names: Set<string>): readonly Problem[] {
  return (wanted.volumes ?? []).flatMap(({ name, configMap }, index) => {
    if (configMap?.name === undefined) return []
    names.add(configMap.name)
    const actual = pod.spec.volumes?.find(volume => volume.name === name)?.configMap?.name
    if (actual === configMap.name) return []
    return [
      {
        message: `the pod runs with ConfigMap ${actual === undefined ? 'none' : `"${actual}"`} in volume "${name}", Git says "${configMap.name}": it was started with another configuration`,
        fix: 'wait for the rollout (--watch); if it stays, see check engine-synced, and whether the new pods get ready',
        resource: idOf(pod),
        source: positionOf(resource.root, ['spec', 'template', 'spec', 'volumes', index]),
      },
    ]
  })
}

/** Under the same name other content can only be by hand: pods that start anew would get it. */
async function compareContents(scene: Scene): Promise<readonly Problem[]> {
  const found = new Map((await listConfigMaps(scene)).map(one => [one.metadata.name, one.data ?? {}]))
  const { namespace } = scene.cluster.settings
  const expected = scene.resources.filter(({ id }) => id.kind === 'ConfigMap' && id.namespace === namespace)
  return expected.flatMap(({ id, root, value }): readonly Problem[] => {
    const data = (value.data ?? {}) as Readonly<Record<string, string>>
    const actual = found.get(id.name)
    const fix = 'an engine that heals itself sets it right; if it stays, see check engine-synced'
    const about = { fix, resource: id, source: positionOf(root, ['data'], 'key') }
    if (!actual) return [{ ...about, message: `there is no ConfigMap "${id.name}", which Git has` }]
    const key = Object.keys({ ...data, ...actual }).find(key => data[key] !== actual[key])
    if (key === undefined) return []
    return [{ ...about, message: `its key "${key}" is not as Git has it, though its name is: it was edited by hand` }]
  })
}
