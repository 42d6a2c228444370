import { readFileSync } from 'node:fs'
import { type Version, versions } from 'kubernetes-json-schema'
import { readResources, toValue } from 'kustomize-ts'
import type { Manifest, Resource } from '../../model/resource.ts'
import type { Unit } from '../../model/unit.ts'

export interface Site extends Unit {
  readonly kubernetes: Version | undefined
}

/**
 * A file of plain manifests as a unit; the first line `# incomplete` makes it one of a base, and a line
 * `# Kubernetes 1.36` one for clusters of that version.
 */
export function readUnit(file: string, text = readFileSync(file, 'utf8')): Site {
  const { resources, diagnostics } = readResources(text, file)
  if (diagnostics.length > 0) throw new Error(`${file}: ${JSON.stringify(diagnostics[0])}`)
  const complete = !text.startsWith('# incomplete')
  const kubernetes = versions.find(version => text.includes(`# Kubernetes ${version}\n`))
  return { name: file, kind: 'manifests', complete, kubernetes, resources: resources.map(withValue) }
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
