import { type Definitions, draft, type Schema } from './json-schema.ts'

export interface Kind {
  readonly apiVersion: string
  readonly kind: string
  /** The name of its definition. */
  readonly definition: string
}

/** The kinds that a manifest can have: those with an ObjectMeta. Lists and the options of requests are none. */
export function findKinds(definitions: Definitions): Kind[] {
  return Object.entries(definitions).flatMap(([definition, schema]) => {
    if (!schema.properties?.metadata?.$ref?.endsWith('.ObjectMeta')) return []
    const names = (schema['x-kubernetes-group-version-kind'] ?? []) as readonly GroupVersionKind[]
    return names.map(({ group, version, kind }) => ({
      apiVersion: group ? `${group}/${version}` : version,
      kind,
      definition,
    }))
  })
}

interface GroupVersionKind {
  readonly group: string
  readonly version: string
  readonly kind: string
}

/** The schema of a manifest: its definition, what makes it this kind, and a name of the form that the kind has. */
export function schemaOfKind({ apiVersion, kind, definition }: Kind, definitions: string, nameForm: string): Schema {
  return {
    $schema: draft,
    type: 'object',
    required: ['apiVersion', 'kind', 'metadata'],
    properties: {
      apiVersion: { const: apiVersion },
      kind: { const: kind },
      metadata: {
        type: 'object',
        properties: { name: { $ref: `${definitions}#/definitions/${nameForm}` } },
        if: { required: ['generateName'] },
        else: { required: ['name'], properties: { name: { type: 'string' } } },
      },
    },
    allOf: [{ $ref: `${definitions}#/definitions/${definition}` }],
  }
}
