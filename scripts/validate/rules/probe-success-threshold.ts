import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, isSet, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'

export const probeSuccessThreshold = {
  id: 'probe-success-threshold',
  severity: 'error',
  scope: 'resource',
  summary: 'Liveness and startup probes succeed at once.',
  why: 'The API server refuses any other successThreshold ("must be 1"), with all of the sync: only a readiness probe may ask for several answers.',
  fix: 'delete successThreshold',
  kinds: podKinds,
  *check(resource) {
    for (const { field } of containersIn(resource))
      for (const probe of ['livenessProbe', 'startupProbe']) {
        const threshold = at(field, probe, 'successThreshold')
        // 0 counts as unset and becomes 1 (pkg/apis/core/v1/defaults.go).
        if (isSet(threshold) && threshold.value !== 1 && threshold.value !== 0)
          yield { path: pathOf(threshold), message: `successThreshold of a ${probe} is ${threshold.value}` }
      }
  },
} satisfies Rule
