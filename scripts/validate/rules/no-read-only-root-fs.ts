import type { Rule } from '../../model/rule.ts'
import { containersOf } from '../read/container.ts'
import { at, isSet, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'
import { isOfWindows } from '../read/pod-security/context.ts'

export const noReadOnlyRootFs = {
  id: 'no-read-only-root-fs',
  severity: 'warning',
  scope: 'resource',
  summary: 'No container can write to its own image.',
  why: 'Who gets in replaces the programs that run there; and what a program writes beside its volumes is lost with the container, which shows only after a restart.',
  fix: 'write readOnlyRootFilesystem: true, and mount an emptyDir where the program writes',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    if (!pod || isOfWindows(pod)) return
    for (const { field, name } of containersOf(pod)) {
      const context = at(field, 'securityContext')
      const setting = at(context, 'readOnlyRootFilesystem')
      // A container without any securityContext is told of as such.
      if (!isSet(context) || setting.value === true) continue
      const message = `readOnlyRootFilesystem of container "${name}" is not true`
      yield isSet(setting) ? { path: pathOf(setting), message } : { path: pathOf(context), at: 'key', message }
    }
  },
} satisfies Rule
