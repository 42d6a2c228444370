import type { MapNode, Node, ScalarNode } from '../model/node.ts'
import type { Provenance } from '../model/position.ts'
import { isEqual } from './is-equal.ts'
import {
  type Container,
  exchangeChild,
  exchangeContainer,
  findContainer,
  getChild,
  parsePointer,
  readIndex,
} from './pointer.ts'

/** Why an operation cannot be applied. */
export interface Failure {
  readonly failure: string
}

export function nullAt(at: Provenance): ScalarNode {
  return { kind: 'scalar', tag: 'null', text: 'null', at }
}

interface Found {
  readonly container: Container
  readonly parents: readonly string[]
  readonly key: string
}

function find(root: Container, path: ScalarNode): Found | Failure {
  const pointer = parsePointer(path.text)
  if (pointer === undefined) return { failure: `"${path.text}" is no path: it has no slash` }
  const container = findContainer(root, pointer.parents)
  if (container === undefined) return { failure: `the target has no map or list at "/${pointer.parents.join('/')}"` }
  return { container, ...pointer }
}

/** The value at a path; undefined for a key that a map lacks. An index that a list lacks is a failure. */
function get(root: Container, path: ScalarNode): { readonly value: Node | undefined } | Failure {
  const found = find(root, path)
  if ('failure' in found) return found
  if (found.container.kind === 'seq' && readIndex(found.key, found.container.items.length) === undefined) {
    return missing(path)
  }
  return { value: getChild(found.container, found.key) }
}

function missing(path: ScalarNode): Failure {
  return { failure: `the target has nothing at "${path.text}"` }
}

/** Sets a key of a map, or puts an element into a list, behind the last for `-`. */
export function add(root: Container, path: ScalarNode, value: Node): Container | Failure {
  const found = find(root, path)
  if ('failure' in found) return found
  const { container, parents, key } = found
  if (container.kind === 'map') return exchangeContainer(root, parents, setKey(container, key, value, path.at))
  const length = container.items.length + 1
  const index = key === '-' ? length - 1 : readIndex(key, length)
  if (index === undefined) return missing(path)
  return exchangeContainer(root, parents, {
    ...container,
    items: [...container.items.slice(0, index), value, ...container.items.slice(index)],
  })
}

function setKey(map: MapNode, key: string, value: Node, at: Provenance): MapNode {
  const old = map.entries.get(key)
  const entry = { key: old?.key ?? at, value: old ? follow(value, old.value) : value }
  return { ...map, entries: new Map(map.entries).set(key, entry) }
}

/** The new value remembers where the old one stood. */
function follow(value: Node, old: Node): Node {
  return { ...value, at: { file: value.at.file, line: value.at.line, column: value.at.column, previous: old.at } }
}

/** The key or element must be there. */
export function remove(root: Container, path: ScalarNode): Container | Failure {
  const found = find(root, path)
  if ('failure' in found) return found
  const { container, parents, key } = found
  if (container.kind === 'map') {
    if (!container.entries.has(key)) return missing(path)
    const entries = new Map(container.entries)
    entries.delete(key)
    return exchangeContainer(root, parents, { ...container, entries })
  }
  const index = readIndex(key, container.items.length)
  if (index === undefined) return missing(path)
  return exchangeContainer(root, parents, { ...container, items: container.items.filter((_, i) => i !== index) })
}

/** An element must be there; a key that is missing is added. */
export function replace(root: Container, path: ScalarNode, value: Node): Container | Failure {
  if (path.text === '') {
    return value.kind === 'scalar' ? { failure: 'the value for the whole resource is no map' } : value
  }
  const found = find(root, path)
  if ('failure' in found) return found
  const { container, parents, key } = found
  if (container.kind === 'map') return exchangeContainer(root, parents, setKey(container, key, value, path.at))
  const old = getChild(container, key)
  if (old === undefined) return missing(path)
  return exchangeContainer(root, parents, exchangeChild(container, key, follow(value, old)))
}

/** The tree itself when it has this value there. */
export function test(root: Container, path: ScalarNode, expected: Node): Container | Failure {
  const found = path.text === '' ? { value: root } : get(root, path)
  if ('failure' in found) return found
  return isEqual(found.value, expected) ? root : { failure: `the target has another value at "${path.text}"` }
}

export function move(root: Container, from: ScalarNode, path: ScalarNode): Container | Failure {
  const found = get(root, from)
  if ('failure' in found) return found
  const rest = remove(root, from)
  return 'failure' in rest ? rest : add(rest, path, found.value ?? nullAt(from.at))
}

export function copy(root: Container, from: ScalarNode, path: ScalarNode): Container | Failure {
  const found = get(root, from)
  return 'failure' in found ? found : add(root, path, found.value ?? nullAt(from.at))
}
