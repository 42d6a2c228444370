import Ajv, { type ValidateFunction } from 'ajv'
import { type MapNode, positionOf, toValue } from 'kustomize-ts'
import schema from '../../../schemas/cluster.schema.json' with { type: 'json' }
import type { Diagnostic } from '../../model/diagnostic.ts'
import { describeError } from '../../schema/describe-error.ts'
import { pickErrors } from '../../schema/pick-errors.ts'

/** What the schema says against one cluster.yaml or defaults.yaml, at its own lines. */
export type CheckSettingsSchema = (root: MapNode) => readonly Diagnostic[]

/** Compiles the schema when the first file comes: a run that reads no cluster does not wait for it. */
export function createSchemaCheck(): CheckSettingsSchema {
  let validate: ValidateFunction | undefined
  return root => {
    validate ??= new Ajv.default({ allErrors: true, verbose: true, strict: false, validateSchema: false }).compile(
      schema,
    )
    const value = toValue(root)
    return validate(value) ? [] : describe(root, value, validate)
  }
}

function describe(root: MapNode, value: unknown, { errors }: ValidateFunction): readonly Diagnostic[] {
  return pickErrors(errors ?? []).map(error => {
    const { at, path, ...described } = describeError(error, value)
    const { file, line, column } = positionOf(root, path, at)
    return { ...described, severity: 'error', source: { file, line, column }, path }
  })
}
