import type { Manifest, Resource } from '../../scripts/model/resource.ts'

type Leaves = ReadonlyMap<string, string>

/**
 * Which fields of the rendered objects differ, as `Kind path` with `[]` for every index and without the content hash of
 * generated names. Knows nothing of what the fields mean. A config.json is looked into, any other text is one field.
 */
export function changedFields(before: readonly Resource[], after: readonly Resource[]): ReadonlySet<string> {
  const [left, right] = [leavesByObject(before), leavesByObject(after)]
  const names = [...new Set([...left.keys(), ...right.keys()])]
  const renamed = names.filter(name => !left.has(name) || !right.has(name)).map(name => `${kindOf(name)} metadata.name`)
  const changed = names.flatMap(name => {
    const [old, now] = [left.get(name), right.get(name)]
    return old && now ? changedLeaves(old, now).map(path => `${kindOf(name)} ${path}`) : []
  })
  return new Set([...renamed, ...changed])
}

function leavesByObject(resources: readonly Resource[]): ReadonlyMap<string, Leaves> {
  return new Map(
    resources.map(({ id, value }) => [
      `${id.kind}\n${id.namespace ?? ''}\n${withoutHash(id.name)}`,
      new Map(leavesOf(value, '')),
    ]),
  )
}

function kindOf(name: string): string {
  return name.split('\n')[0] ?? ''
}

function withoutHash(name: string): string {
  return name.replace(/-[24-9bcdfghkmt]{10}$/, '')
}

function changedLeaves(before: Leaves, after: Leaves): readonly string[] {
  const paths = [...new Set([...before.keys(), ...after.keys()])]
  const changed = paths.filter(path => before.get(path) !== after.get(path))
  return changed.map(path => path.replace(/\[\d+\]/g, '[]'))
}

function* leavesOf(value: unknown, path: string): Iterable<[string, string]> {
  if (Array.isArray(value)) for (const [index, item] of value.entries()) yield* leavesOf(item, `${path}[${index}]`)
  else if (typeof value === 'object' && value !== null)
    for (const [key, child] of Object.entries(value as Manifest))
      yield* leavesOf(child, path === '' ? key : `${path}.${key}`)
  else yield* scalarLeaves(value, path)
}

function* scalarLeaves(value: unknown, path: string): Iterable<[string, string]> {
  const json = path.endsWith('.json') && typeof value === 'string' ? parse(value) : undefined
  if (json !== undefined) yield* leavesOf(json, path)
  else yield [path, typeof value === 'string' ? withoutHash(value) : JSON.stringify(value)]
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}
