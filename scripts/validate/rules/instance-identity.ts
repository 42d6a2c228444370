import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { type Container, commandLine, containersIn } from '../read/container.ts'
import { expand } from '../read/environment.ts'
import { at, type Field, fieldOf, number, pathOf, text } from '../read/field.ts'
import { fogflowConfigs } from '../read/fogflow-config.ts'
import { memoize } from '../read/memoize.ts'
import { fogflowComponent } from '../read/program.ts'

export const instanceIdentity = {
  id: 'instance-identity',
  severity: 'error',
  scope: 'cluster',
  summary:
    'Each broker and each worker of a site has an id of its own, by -i; discovery and master have no such option.',
  why: 'An id is made of site_id and -i. Two workers with one id share one queue (measured: of 6 tasks 3 land at each, and none can be removed); two brokers with one id take each other\'s entities for their own. Discovery and master end with "flag provided but not defined" (broker/main.go, worker/main.go).',
  fix: 'write -i, $(POD_NAME) in the command of a StatefulSet, with POD_NAME from metadata.name',
  kinds: ['Deployment', 'StatefulSet', 'DaemonSet', 'ReplicaSet', 'Pod'],
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      const component = fogflowComponent(container)
      const id = idOf(container)
      if (id && (component === 'discovery' || component === 'master'))
        yield { path: pathOf(id), message: `${component} has no option -i`, fix: 'delete it' }
      const twin = component === 'broker' || component === 'worker' ? findTwin(container, cluster) : undefined
      if (twin === undefined) continue
      const message = `${twin} have one ${component} id`
      if (id) yield { path: pathOf(id), message }
      else yield { path: pathOf(at(container.field, 'command')), at: 'key', message }
    }
  },
} satisfies Rule

/** Who has the same id, in words: the pods of one workload, or a workload that comes before it by name. */
function findTwin(container: Container, cluster: ClusterView): string | undefined {
  const { name } = container.pod.resource.id
  const count = replicasOf(container)
  if (count > 1 && isSame(container, cluster)) return `all ${count} pods of "${name}"`
  const other = holders(cluster)
    .get(container)
    ?.find(one => one.pod.resource.id.name < name)
  return other && `"${other.pod.resource.id.name}" and "${name}"`
}

/** What follows -i on the command line. */
function idOf(container: Container): Field | undefined {
  const words = commandLine(container)
  return words[words.findIndex(({ value }) => value === '-i') + 1 || words.length]
}

function replicasOf({ pod: { resource } }: Container): number {
  if (resource.id.kind === 'DaemonSet') return 2
  return resource.id.kind === 'Pod' ? 1 : (number(fieldOf(resource, 'spec'), 'replicas') ?? 1)
}

/** Whether a container gets the same id in any two pods: only the names and addresses of pods differ. */
function isSame(container: Container, cluster: ClusterView): boolean {
  const id = idOf(container)
  if (!id) return true
  const filled = ['a-0', 'a-1'].map(name => expand(String(id.value), container, name, cluster))
  return filled[0] !== undefined && filled[0] === filled[1]
}

/** The brokers and workers with one site_id and one -i, for each container. */
const holders = memoize((cluster: ClusterView): ReadonlyMap<Container, readonly Container[]> => {
  const byId = new Map<string, Container[]>()
  for (const { component, reader, json } of fogflowConfigs(cluster)) {
    if (component !== 'broker' && component !== 'worker') continue
    const id = idOf(reader)
    const isOfPod = id && String(id.value).includes('$')
    const site = text(json, 'site_id') ?? ''
    if (isOfPod || site.includes('$')) continue
    const key = `${component} ${site} ${id ? id.value : ''}`
    byId.set(key, [...(byId.get(key) ?? []), reader])
  }
  return new Map([...byId.values()].flatMap(readers => readers.map(reader => [reader, readers] as const)))
})
