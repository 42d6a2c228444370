import type { Finding } from '../../../model/rule.ts'
import { at, isSet, pathOf } from '../field.ts'
import type { Pod } from '../pod.ts'
import { type Context, contextsOf, hasOwnUsers, isOfWindows, isSetForAll } from './context.ts'

/**
 * What "restricted" wants to be said and a pod does not say: one finding for each securityContext that lacks something,
 * or one for a pod that has none at all.
 */
export function findGaps(pod: Pod, minor: number): readonly Finding[] {
  const contexts = contextsOf(pod)
  const gaps = contexts.flatMap((context, index) => {
    const missing = index === 0 ? missingInPod(contexts, pod, minor) : missingInContainer(context, pod, minor)
    return missing.length === 0 ? [] : { context, missing }
  })
  if (gaps.length > 0 && !contexts.some(({ field }) => isSet(field)))
    return [{ path: pathOf(pod.spec, 'securityContext'), at: 'key', message: 'the pod has no securityContext at all' }]
  return gaps.map(({ context: { field, who }, missing }) => ({
    path: pathOf(field),
    at: 'key',
    message: `${who} does not set ${missing.join(' and ')}`,
  }))
}

/** What the pod may say for all of its containers. */
function missingInPod(contexts: readonly Context[], pod: Pod, minor: number): readonly string[] {
  const mayBeRoot = minor >= 35 && hasOwnUsers(pod)
  return [
    ...(mayBeRoot || isSetForAll(contexts, 'runAsNonRoot') ? [] : ['runAsNonRoot: true']),
    ...(minor < 19 || isOfWindows(pod) || isSetForAll(contexts, 'seccompProfile', 'type')
      ? []
      : ['seccompProfile.type: RuntimeDefault']),
  ]
}

/** A privileged container cannot say the first, and has all capabilities whatever it drops. */
function missingInContainer({ field }: Context, pod: Pod, minor: number): readonly string[] {
  if (isOfWindows(pod) || at(field, 'privileged').value === true) return []
  return [
    ...(minor < 8 || isSet(at(field, 'allowPrivilegeEscalation')) ? [] : ['allowPrivilegeEscalation: false']),
    ...(minor < 22 || isSet(at(field, 'capabilities', 'drop')) ? [] : ['capabilities.drop: [ALL]']),
  ]
}
