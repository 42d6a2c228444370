import { readFileSync } from 'node:fs'
import { readResources, toValue } from 'kustomize-ts'
import type { Manifest, Resource } from '../../model/resource.ts'
import type { Unit } from '../../model/unit.ts'

/** A file of plain manifests as a unit; the first line `# incomplete` makes it one of a base. */
export function readUnit(file: string, text = readFileSync(file, 'utf8')): Unit {
  const { resources, diagnostics } = readResources(text, file)
  if (diagnostics.length > 0) throw new Error(`${file}: ${JSON.stringify(diagnostics[0])}`)
  const complete = !text.startsWith('# incomplete')
  return { name: file, kind: 'manifests', complete, resources: resources.map(withValue) }
}

function withValue(resource: Omit<Resource, 'value'>): Resource {
  return { ...resource, value: freeze(toValue(resource.root)) as Manifest }
}

/** A rule that writes to what it reads fails its test. */
function freeze(value: unknown): unknown {
  if (typeof value === 'object' && value !== null && !Object.isFrozen(value)) {
    Object.freeze(value)
    for (const child of Object.values(value)) freeze(child)
  }
  return value
}
