import { type SchemaCode, schemaCodes } from '../schema/describe-error.ts'
import { configCodes } from './config/config-code.ts'
import { rules } from './rules/index.ts'

/** The code for a resource whose kind has no schema: whether it is right is not known. */
export const noSchema = 'no-schema'

/**
 * The codes that an annotation of a resource may ignore: those of findings on a resource. What is found in a
 * kustomization, a cluster.yaml or a file that is none has no resource that could carry the annotation.
 */
export const ignorable: ReadonlySet<string> = new Set([
  noSchema,
  ...schemaCodes,
  ...configCodes,
  ...rules.map(({ id }) => id),
])

/** Codes of which an ignored one means that nobody judged the shape of the resource. */
export const shapeCodes: ReadonlySet<string> = new Set<typeof noSchema | SchemaCode>([noSchema, ...schemaCodes])
