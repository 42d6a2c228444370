import { type MapNode, positionOf, toValue } from 'kustomize-ts'
import schema from '../../../schemas/cluster.schema.json' with { type: 'json' }
import type { Diagnostic } from '../../model/diagnostic.ts'
import { findErrors } from '../../schema/find-errors.ts'
import { checkOf } from '../../schema/open-schemas.ts'
import { describeSettingsError } from './describe-settings-error.ts'

/** What the schema says against one cluster.yaml or defaults.yaml, at its own lines. */
export type CheckSettingsSchema = (root: MapNode) => readonly Diagnostic[]

export function createSchemaCheck(): CheckSettingsSchema {
  const check = checkOf(schema)
  return root =>
    findErrors(check, toValue(root)).map(error => {
      const { at, path, ...described } = describeSettingsError(error, root)
      const { file, line, column } = positionOf(root, path, at)
      return { ...described, severity: 'error', source: { file, line, column }, path }
    })
}
