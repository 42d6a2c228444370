import type { BuildContext } from '../build/target.ts'
import { currentId, formatId, keyOf } from '../item/identity.ts'
import type { TransformerConfig } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'
import type { Resource } from '../model/resource.ts'
import { childAt, nodeAt } from '../node/node-at.ts'
import { positionOf } from '../node/position-of.ts'
import { identify } from '../read/identify.ts'
import type { Variable } from '../variables/variable.ts'

/** What a kustomization has gathered so far. */
export interface Accumulation {
  readonly items: readonly Item[]
  readonly config: TransformerConfig
  readonly variables: ReadonlyMap<string, Variable>
}

/** A resource as it was read, before anything has happened to it. */
export function makeItem({ root }: Resource): Item {
  const notes = readNotes(root)
  const [names, namespaces, kinds] = ['previousNames', 'previousNamespaces', 'previousKinds'].map(notes)
  const previous = (names ?? []).map((name, index) => {
    return { name, namespace: namespaces?.[index] ?? 'default', kind: kinds?.[index] ?? '' }
  })
  const needsHash = notes('needsHashSuffix')?.[0] === 'enabled'
  return {
    root,
    previous,
    prefixes: notes('prefixes') ?? [],
    suffixes: notes('suffixes') ?? [],
    needsHash,
    variables: [],
  }
}

/** The notes that kustomize keeps in annotations: a manifest that has them is taken at its word. */
function readNotes(root: MapNode): (name: string) => readonly string[] | undefined {
  const annotations = nodeAt(root, ['metadata', 'annotations'])
  return name => {
    const note = annotations === undefined ? undefined : childAt(annotations, `internal.config.kubernetes.io/${name}`)
    return note?.kind === 'scalar' ? note.text.split(',') : undefined
  }
}

/** Whether anything is left of an item: a patch can empty it. */
export function isThere(item: Item): boolean {
  return item.root.entries.size > 0
}

/** Gathers items; an object that is there already is an error that names both places. */
export function createCollector(start: readonly Item[], build: BuildContext) {
  const items = [...start]
  const known = new Map(start.map(item => [keyOf(currentId(item, build.isClusterScoped)), item]))
  return {
    items,
    add(item: Item) {
      const key = keyOf(currentId(item, build.isClusterScoped))
      const other = known.get(key)
      if (other !== undefined) return reportDuplicate(item, other, build)
      known.set(key, item)
      const { apiVersion, kind } = identify(item.root)
      build.schemaState.note(apiVersion, kind)
      items.push(item)
    },
  }
}

/** Reports items of one id. */
export function checkUnique(items: readonly Item[], build: BuildContext): void {
  const collector = createCollector([], build)
  for (const item of items) collector.add(item)
}

function reportDuplicate(item: Item, other: Item, build: BuildContext): void {
  const first = positionOf(other.root, ['metadata', 'name'])
  const id = formatId(currentId(item, build.isClusterScoped))
  build.report({
    code: 'duplicate-resource',
    severity: 'error',
    message: `may not add resource with an already registered id: ${id}; it is already at ${first.file}:${first.line}:${first.column}`,
    fix: 'remove or rename one of the two, or include the file that has it only once',
    source: positionOf(item.root, ['metadata', 'name']),
  })
}
