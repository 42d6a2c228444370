import type { Resource } from '../model/resource.ts'
import { portsOf } from '../validate/read/container.ts'
import { at, fieldOf, number, texts } from '../validate/read/field.ts'
import { type Pod, podOf } from '../validate/read/pod.ts'
import { type Labels, labelsOf } from '../validate/read/selector.ts'
import { type AddressBlock, parseBlock, partition } from './address-block.ts'
import type { AddressEndpoint, Endpoint, PodEndpoint } from './endpoint.ts'
import type { Policy } from './policy.ts'

/** Endpoints that a table shows as one: the tasks of every worker, the addresses of both families. */
export interface Group {
  readonly name: string
  /** Whether Git says anything of them. Between two that it does not know, nothing is judged. */
  readonly isOurs: boolean
  readonly members: readonly Endpoint[]
}

/** The label by which policies know the namespaces of tasks. */
const purposeLabel = 'gitops.fogflow.io/namespace'

/** Everybody that the policies of a cluster can tell apart, those of Git first. */
export function listGroups(resources: readonly Resource[], policies: readonly Policy[]): readonly Group[] {
  const labels = readNamespaces(resources)
  const pods = resources.flatMap(resource => podOf(resource) ?? [])
  const used = [...new Set(pods.map(namespaceOf))].sort()
  const known = [...labels.keys()].filter(name => !used.includes(name)).sort()
  const workloads = nameUniquely(pods).map(([name, pod]) => toEndpoint(name, pod, labels))
  return [
    ...workloads.map(toGroup(true)),
    ...used.map(namespace =>
      toGroup(true)(
        placeStranger(used.length === 1 ? 'unlabelled pod' : `unlabelled pod in ${namespace}`, namespace, labels),
      ),
    ),
    ...groupTasks(known, labels),
    ...[dns, elsewhere].map(toGroup(false)),
    ...groupAddresses(policies),
  ]
}

function toGroup(isOurs: boolean): (endpoint: Endpoint) => Group {
  return endpoint => ({ name: endpoint.name, isOurs, members: [endpoint] })
}

function namespaceOf({ namespace }: Pod): string {
  return namespace ?? 'default'
}

function readNamespaces(resources: readonly Resource[]): ReadonlyMap<string, Readonly<Record<string, string>>> {
  return new Map(
    resources
      .filter(({ id }) => id.kind === 'Namespace')
      .map(resource => [resource.id.name, texts(fieldOf(resource), 'metadata', 'labels')]),
  )
}

/** The API server sets the name as a label (since Kubernetes 1.21). */
function namespaceLabels(name: string, labels: Readonly<Record<string, string>> | undefined): Labels {
  return labelsOf({ ...labels, 'kubernetes.io/metadata.name': name })
}

/** By its name alone where that says it all. */
function nameUniquely(pods: readonly Pod[]): readonly (readonly [string, Pod])[] {
  const count = new Map<string, number>()
  for (const { resource } of pods) count.set(resource.id.name, (count.get(resource.id.name) ?? 0) + 1)
  return pods
    .map(pod => {
      const { kind, name } = pod.resource.id
      return [count.get(name) === 1 ? name : `${namespaceOf(pod)}/${kind}/${name}`, pod] as const
    })
    .sort(([left], [right]) => (left < right ? -1 : 1))
}

function toEndpoint(name: string, pod: Pod, labels: ReturnType<typeof readNamespaces>): PodEndpoint {
  const namespace = namespaceOf(pod)
  return {
    ...{ kind: 'pod', name, namespace, labels: pod.labels, resource: pod.resource },
    namespaceLabels: namespaceLabels(namespace, labels.get(namespace)),
    ports: portsOf(pod).map(({ field, name: portName, number: port, protocol }) => {
      return { name: portName, number: port, protocol, hostPort: number(field, 'hostPort') }
    }),
    isOnHost: at(pod.spec, 'hostNetwork').value === true,
  }
}

/** A pod that somebody else puts into a namespace: policies with an empty podSelector mean it, too. */
function placeStranger(name: string, namespace: string, labels: ReturnType<typeof readNamespaces>): PodEndpoint {
  return {
    ...{ kind: 'pod', name, namespace, labels: labelsOf({}), ports: undefined, isOnHost: false },
    namespaceLabels: namespaceLabels(namespace, labels.get(namespace)),
  }
}

/** A namespace without a workload is one that a worker fills; its tasks have the label app (worker/kubernetes.go). */
function groupTasks(namespaces: readonly string[], labels: ReturnType<typeof readNamespaces>): readonly Group[] {
  const members = namespaces.map(namespace => ({
    ...placeStranger(namespace, namespace, labels),
    labels: labelsOf({ app: 'fogflow-task-32768' }),
  }))
  const [tasks, others] = [true, false].map(isTasks =>
    members.filter(({ namespaceLabels: get }) => get(purposeLabel).includes('tasks') === isTasks),
  )
  return [
    ...(tasks?.length ? [{ name: 'tasks', isOurs: true, members: tasks }] : []),
    ...(others ?? []).map(one => toGroup(true)({ ...one, name: `pods in ${one.namespace}` })),
  ]
}

/** The cluster's DNS has these labels and ports in every distribution (Kubernetes, "Debugging DNS Resolution"). */
const dns: PodEndpoint = {
  ...{
    kind: 'pod',
    name: 'DNS',
    namespace: 'kube-system',
    labels: labelsOf({ 'k8s-app': 'kube-dns' }),
    isOnHost: false,
  },
  namespaceLabels: namespaceLabels('kube-system', {}),
  ports: [
    { name: 'dns', number: 53, protocol: 'UDP' },
    { name: 'dns-tcp', number: 53, protocol: 'TCP' },
    { name: 'metrics', number: 9153, protocol: 'TCP' },
  ],
}

const elsewhere: PodEndpoint = {
  ...{
    kind: 'pod',
    name: 'other namespaces',
    namespace: 'elsewhere',
    labels: labelsOf({}),
    ports: undefined,
    isOnHost: false,
  },
  namespaceLabels: namespaceLabels('elsewhere', {}),
}

/** The parts of the address space that the policies tell apart; all else is `outside`. */
function groupAddresses(policies: readonly Policy[]): readonly Group[] {
  const parts = partition([...worlds, ...policies.flatMap(blocksOf)])
  const toAddress = (name: string, block: AddressBlock): AddressEndpoint => ({ kind: 'address', name, block })
  const isWorld = (block: AddressBlock) =>
    worlds.some(({ family, size }) => family === block.family && size === block.size)
  const named = parts.filter(block => !isWorld(block)).sort((left, right) => (left.text < right.text ? -1 : 1))
  const rest = parts.filter(isWorld).map(block => toAddress(`IPv${block.family}`, block))
  return [
    ...named.map(block => toGroup(false)(toAddress(block.text, block))),
    ...(rest.length > 0 ? [{ name: 'outside', isOurs: false, members: rest }] : []),
  ]
}

const worlds = ['0.0.0.0/0', '::/0'].flatMap(text => parseBlock(text) ?? [])

function blocksOf({ ingress = [], egress = [] }: Policy): readonly AddressBlock[] {
  const peers = [...ingress, ...egress].flatMap(rule => rule.peers)
  return peers.flatMap(({ block, except }) => (block ? [block, ...except] : []))
}
