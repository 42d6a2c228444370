import { parse } from 'yaml'
import { convertCustomSchema } from './convert-schema.ts'
import type { Schema } from './json-schema.ts'
import type { Kind } from './kinds.ts'

interface CustomResourceDefinition {
  readonly spec: {
    readonly group: string
    readonly names: { readonly kind: string }
    readonly versions: readonly {
      readonly name: string
      readonly served: boolean
      readonly schema: { readonly openAPIV3Schema: Schema }
    }[]
  }
}

/** The served versions of a CustomResourceDefinition, as schemas whose metadata is Kubernetes' own. */
export function readCustomResource(yaml: string): (Kind & { readonly schema: Schema })[] {
  const { spec } = parse(yaml) as CustomResourceDefinition
  return spec.versions
    .filter(({ served }) => served)
    .map(version => {
      const { openAPIV3Schema } = version.schema
      const metadata = { $ref: '#/definitions/io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta' }
      const schema = { ...openAPIV3Schema, properties: { ...openAPIV3Schema.properties, metadata } }
      const id = { apiVersion: `${spec.group}/${version.name}`, kind: spec.names.kind }
      return {
        ...id,
        definition: `${id.apiVersion}/${id.kind}`.replaceAll('/', '.'),
        schema: convertCustomSchema(schema),
      }
    })
}
