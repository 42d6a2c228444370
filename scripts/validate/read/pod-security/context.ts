import { containersOf } from '../container.ts'
import { at, type Field, isSet, text } from '../field.ts'
import { memoize } from '../memoize.ts'
import type { Pod } from '../pod.ts'

/** A securityContext, whether it is written or not. */
export interface Context {
  readonly field: Field
  readonly who: string
  /** The container; undefined where the context is that of the pod. */
  readonly container: Field | undefined
}

export const contextsOf: (pod: Pod) => readonly Context[] = memoize(pod => [
  { field: at(pod.spec, 'securityContext'), who: 'the pod', container: undefined },
  ...containersOf(pod).map(({ field, name }) => ({
    field: at(field, 'securityContext'),
    who: `container "${name}"`,
    container: field,
  })),
])

/** What every container has, of itself or from its pod. */
export function isSetForAll([ofPod, ...own]: readonly Context[], ...path: readonly string[]): boolean {
  return (ofPod && isSet(at(ofPod.field, ...path))) || own.every(({ field }) => isSet(at(field, ...path)))
}

export const isOfWindows = (pod: Pod): boolean => text(pod.spec, 'os', 'name') === 'windows'

/** Whether root in the pod is somebody else on the node (Kubernetes, "User Namespaces"). */
export const hasOwnUsers = (pod: Pod): boolean => at(pod.spec, 'hostUsers').value === false
