import type { Node, ScalarNode } from 'kustomize-ts'
import { childText, itemsOf, mapOf, numberOf, partOf, textOf } from './tree.ts'

/** More ports than a range of any service has. */
const largestRange = 1_000

/**
 * The ports of a service inside its container, each a map of `containerPort` and `protocol`: of `8082:8080`,
 * `127.0.0.1:8082:8080/udp`, `3000-3005` and of the long form (Compose Specification, "ports").
 */
export function readPorts(ports: Node | undefined): readonly Node[] {
  return itemsOf(ports).flatMap(item => (item.kind === 'scalar' ? shortForm(item) : longForm(item)))
}

function shortForm(item: ScalarNode): readonly Node[] {
  const [, before = '', first, last = first, protocol = 'tcp'] =
    /^(.*:)?(\d+)(?:-(\d+))?(?:\/(tcp|udp))?$/.exec(item.text) ?? []
  if (first === undefined) return []
  const { at } = partOf(item, before.length)
  return portsFrom(Number(first), Number(last)).map(port =>
    mapOf(item.at, { containerPort: numberOf(port, at), protocol: textOf(protocol.toUpperCase(), item.at) }),
  )
}

function longForm(item: Node): readonly Node[] {
  const target = Number(childText(item, 'target'))
  const protocol = (childText(item, 'protocol') ?? 'tcp').toUpperCase()
  if (!Number.isInteger(target)) return []
  return [mapOf(item.at, { containerPort: numberOf(target, item.at), protocol: textOf(protocol, item.at) })]
}

function portsFrom(first: number, last: number): readonly number[] {
  return Array.from({ length: Math.min(Math.max(last - first + 1, 1), largestRange) }, (_, index) => first + index)
}
