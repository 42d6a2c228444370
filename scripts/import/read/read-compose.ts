import { type MapNode, type Node, nodeAt } from 'kustomize-ts'
import { entriesAt, keyPlaceOf, scalarAt } from '../node.ts'
import { components, type Workload } from '../site.ts'
import { componentOf, readImage } from './component-of.ts'

export const isCompose = (document: Node): boolean =>
  entriesAt(document, 'services').some(([, service]) => scalarAt(service, 'image') !== undefined)

/** The services of a compose file. */
export function readCompose(document: MapNode): readonly Workload[] {
  return entriesAt(document, 'services').map(([name, container]) => {
    const image = scalarAt(container, 'image')
    const { name: imageName, tag } = readImage(image?.text ?? '')
    const named = components.find(component => name.replace(/^(?:cloud|edge)[_-]?/, '') === component)
    return {
      name,
      component: componentOf(imageName) ?? named,
      image,
      imageName,
      tag,
      container,
      containerAt: keyPlaceOf(document, 'services', name),
    }
  })
}

/** A port that a service opens on its host: `8082:8080`, `127.0.0.1:8082:8080`, `8080`, or a map. */
export interface PublishedPort {
  readonly outside: number
  readonly inside: number
  readonly node: Node
}

export function publishedPorts({ container }: Workload): readonly PublishedPort[] {
  const ports = nodeAt(container, ['ports'])
  if (ports?.kind !== 'seq') return []
  return ports.items.flatMap(node => {
    const [outside, inside] = node.kind === 'map' ? longForm(node) : shortForm(node)
    return inside === undefined || outside === undefined ? [] : [{ outside, inside, node }]
  })
}

function longForm(node: Node): readonly (number | undefined)[] {
  const read = (key: string) => Number(scalarAt(node, key)?.text) || undefined
  return [read('published') ?? read('target'), read('target')]
}

function shortForm(node: Node): readonly (number | undefined)[] {
  const text = node.kind === 'scalar' ? node.text.replace(/\/(?:tcp|udp)$/, '') : ''
  const numbers = text.split(':').map(part => Number(part) || undefined)
  return [numbers.at(-2) ?? numbers.at(-1), numbers.at(-1)]
}

/** The folders and files that a service has from outside, as paths in its container. */
export function mountedPaths({ container }: Workload): readonly string[] {
  const volumes = nodeAt(container, ['volumes'])
  if (volumes?.kind !== 'seq') return []
  return volumes.items.flatMap(node => {
    const text =
      node.kind === 'map'
        ? scalarAt(node, 'target')?.text
        : node.kind === 'scalar'
          ? node.text.split(':')[1]
          : undefined
    return text === undefined ? [] : [text]
  })
}

/** Environment variables, be they a map or a list of NAME=value. */
export function environmentOf({
  container,
}: Workload): readonly { readonly name: string; readonly value: string; readonly node: Node }[] {
  const node = nodeAt(container, ['environment'])
  if (node?.kind === 'map')
    return entriesAt(node).map(([name, value]) => ({
      name,
      value: value.kind === 'scalar' ? value.text : '',
      node: value,
    }))
  if (node?.kind !== 'seq') return []
  return node.items.flatMap(item => {
    if (item.kind !== 'scalar') return []
    const [name = '', ...rest] = item.text.split('=')
    return [{ name, value: rest.join('=').trim(), node: item }]
  })
}
