import type { BuildContext } from '../build/target.ts'
import type { SpecConflict } from '../field-spec/merge-specs.ts'
import type { Position } from '../model/position.ts'

/** Reports two field specs of one field that disagree, at the place that brings them together. */
export function reportConflict(source: Position, build: BuildContext): (conflict: SpecConflict) => void {
  return ({ existing, incoming }) =>
    build.report({
      code: 'conflicting-field-specs',
      severity: 'error',
      message: `conflicting fieldspecs: ${existing.path} has \`create: ${existing.create === true}\`, and here \`create: ${incoming.create === true}\``,
      fix: 'write the same `create` as the specification that is there already',
      source,
    })
}
