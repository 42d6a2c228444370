import { addEnums } from './add-enums.ts'
import { admission } from './constraints/admission.ts'
import { containers } from './constraints/containers.ts'
import { core } from './constraints/core.ts'
import { groups } from './constraints/groups.ts'
import { meta } from './constraints/meta.ts'
import { pods } from './constraints/pods.ts'
import { volumes } from './constraints/volumes.ts'
import { convertSchema } from './convert-schema.ts'
import type { Definitions } from './json-schema.ts'
import { mergeSchema } from './merge-schema.ts'
import { scalars } from './scalars.ts'

const constraints = { ...admission, ...meta, ...core, ...containers, ...pods, ...volumes, ...groups }

/** The types of one Kubernetes release as its OpenAPI document has them, with enums, constraints and scalars added. */
export function completeDefinitions(openApi: string, goCode: string): Definitions {
  const { definitions } = JSON.parse(openApi) as { definitions: Definitions }
  const complete = { ...addEnums(definitions, goCode) }
  for (const [name, constraint] of Object.entries(constraints))
    complete[name] = mergeSchema(complete[name] ?? {}, constraint, name)
  return { ...complete, ...scalars }
}

export function convertDefinitions(definitions: Definitions, names: Iterable<string>): Definitions {
  const sorted = [...names].sort()
  return Object.fromEntries(sorted.map(name => [name, convertSchema(definitions[name] ?? {}, 'optional')]))
}

const pointer = '#/definitions/'

/** The names of all definitions that the given ones refer to, themselves included. */
export function reachableFrom(roots: Iterable<string>, definitions: Definitions): Set<string> {
  const found = new Set(roots)
  for (const name of found) {
    const definition = definitions[name]
    if (!definition) throw new Error(`definition ${name} does not exist`)
    JSON.stringify(definition, (key, value) => {
      if (key === '$ref' && typeof value === 'string') found.add(value.slice(pointer.length))
      return value as unknown
    })
  }
  return found
}
