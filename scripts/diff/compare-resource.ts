import type { ResourceChange } from '../model/change.ts'
import type { Resource } from '../model/resource.ts'
import { openSchemas } from '../schema/open-schemas.ts'
import { compareValues, type Names } from './compare-values.ts'
import { hideSecrets } from './hide-secrets.ts'
import { markResource } from './marks/mark-resource.ts'
import { createShapes } from './shape.ts'

/** What becomes of a resource: one change, or none. A side is undefined where there is no such resource. */
export type Compare = (
  before: Resource | undefined,
  after: Resource | undefined,
  names?: Names,
) => readonly ResourceChange[]

export function createCompare(): Compare {
  const shapeOf = createShapes(openSchemas())
  return (before, after, names) => {
    if (before === undefined || after === undefined) return comeOrGo(before, after)
    const fields = compareValues(before.value, after.value, shapeOf(after.id), names)
    return fields.length === 0 ? [] : [finish({ kind: 'changed', resource: after.id, fields }, before, after)]
  }
}

function comeOrGo(before: Resource | undefined, after: Resource | undefined): readonly ResourceChange[] {
  const resource = (before ?? after)?.id
  if (resource === undefined) return []
  return [finish({ kind: before ? 'deleted' : 'added', resource, fields: [] }, before, after)]
}

function finish(
  change: Omit<ResourceChange, 'marks'>,
  before: Resource | undefined,
  after: Resource | undefined,
): ResourceChange {
  return { ...change, fields: hideSecrets(change), marks: markResource(change, before, after) }
}
