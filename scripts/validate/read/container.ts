import type { Resource } from '../../model/resource.ts'
import { type Field, items, number, text } from './field.ts'
import { memoize } from './memoize.ts'
import { type Pod, podOf } from './pod.ts'

export interface Container {
  readonly field: Field
  readonly name: string
  readonly pod: Pod
  readonly role: 'main' | 'init' | 'sidecar'
}

export interface Port {
  readonly field: Field
  readonly container: Container
  readonly number: number
  readonly name: string | undefined
  readonly protocol: string
}

/** In the order of the manifest, init containers first. */
export const containersOf: (pod: Pod) => readonly Container[] = memoize(pod => [
  ...items(pod.spec, 'initContainers').map(field =>
    readContainer(pod, field, text(field, 'restartPolicy') === 'Always' ? 'sidecar' : 'init'),
  ),
  ...items(pod.spec, 'containers').map(field => readContainer(pod, field, 'main')),
])

/** The containers of the pods that a resource makes; none for a resource that makes no pods. */
export function containersIn(resource: Resource): readonly Container[] {
  const pod = podOf(resource)
  return pod ? containersOf(pod) : []
}

function readContainer(pod: Pod, field: Field, role: Container['role']): Container {
  return { field, name: text(field, 'name') ?? '', pod, role }
}

/** The ports that containers declare. An init container that ends serves nobody. */
export const portsOf: (pod: Pod) => readonly Port[] = memoize(pod =>
  containersOf(pod)
    .filter(({ role }) => role !== 'init')
    .flatMap(portsOfContainer),
)

export function portsOfContainer(container: Container): readonly Port[] {
  return items(container.field, 'ports').flatMap(field => {
    const port = number(field, 'containerPort')
    if (port === undefined) return []
    const protocol = text(field, 'protocol') ?? 'TCP'
    return [{ field, container, number: port, name: text(field, 'name'), protocol }]
  })
}

/** What the container's environment gets, by name; an entry of `env` hides one of `envFrom`. */
export function environmentOf(container: Container): ReadonlyMap<string, Field> {
  return new Map(items(container.field, 'env').map(field => [text(field, 'name') ?? '', field]))
}

/** Whether `port` of a probe, Service or policy (a number or a name) is the declared one. */
export function isPort(declared: Port, port: unknown, protocol?: string): boolean {
  if (protocol !== undefined && declared.protocol !== protocol) return false
  return declared.number === port || (declared.name !== undefined && declared.name === port)
}

export function describePorts(ports: readonly Port[]): string {
  const all = ports.map(({ name, number: value }) => (name === undefined ? `${value}` : `${name} (${value})`))
  return all.length === 0 ? 'none' : [...new Set(all)].join(', ')
}

/** The volumes of the pod by name, with those that a StatefulSet's claim templates make. */
export const volumesOf: (pod: Pod) => ReadonlyMap<string, Field> = memoize(pod => {
  const templates = items({ value: pod.resource.value }, 'spec', 'volumeClaimTemplates')
  const claims = pod.resource.id.kind === 'StatefulSet' ? templates : []
  return new Map([
    ...claims.map(field => [text(field, 'metadata', 'name') ?? '', field] as const),
    ...items(pod.spec, 'volumes').map(field => [text(field, 'name') ?? '', field] as const),
  ])
})

/** The strings of a container's command line. */
export function commandLine({ field }: Container): readonly Field[] {
  return [...items(field, 'command'), ...items(field, 'args')].filter(({ value }) => typeof value === 'string')
}
