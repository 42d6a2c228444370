import type { Mark } from '../../model/change.ts'
import { followingRestarts } from './cascade.ts'
import type { Marked } from './mark-resource.ts'
import { read, startsWith } from './read.ts'

const controllers: readonly string[] = ['Deployment', 'StatefulSet', 'DaemonSet']

/** Whether the pods of a controller are replaced, and what FogFlow needs then. */
export function findRestarts({ change, after }: Marked): readonly Mark[] {
  const { kind, name } = change.resource
  if (!controllers.includes(kind) || change.kind !== 'changed' || after === undefined) return []
  if (!change.fields.some(({ path }) => startsWith(path, ['spec', 'template']))) return []
  const component = read(after.value, 'metadata', 'labels', 'app.kubernetes.io/name') ?? name
  const cascade = followingRestarts(String(component))
  return [{ kind: 'restarts', message: `the pods of ${name} restart${cascade === undefined ? '' : `; ${cascade}`}` }]
}
