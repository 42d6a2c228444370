import type { FieldSpecArgs } from '../kustomization/fields.ts'
import type { FieldSpec } from '../model/field-spec.ts'

/** A field specification as it is written in a configuration file. */
export function toFieldSpec(args: FieldSpecArgs): FieldSpec {
  return {
    ...(args.group === undefined ? {} : { group: args.group.text }),
    ...(args.version === undefined ? {} : { version: args.version.text }),
    ...(args.kind === undefined ? {} : { kind: args.kind.text }),
    path: args.path?.text ?? '',
    create: args.create === true,
  }
}
