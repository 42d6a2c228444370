import type { Rule } from '../../model/rule.ts'
import { containersOf } from '../read/container.ts'
import { at, number, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

/** What is not written (pkg/apis/core/types.go DefaultTerminationGracePeriodSeconds). */
const byDefault = 30

export const prestopWithinGracePeriod = {
  id: 'prestop-within-grace-period',
  severity: 'error',
  scope: 'resource',
  summary: 'A pod waits no longer before it stops than it is given for stopping.',
  why: 'The API server refuses a longer sleep ("must be non-negative and less than terminationGracePeriodSeconds"); the time runs from the beginning of preStop, and what is left of it is all that the program has.',
  fix: 'shorten the sleep, or raise terminationGracePeriodSeconds',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    if (!pod) return
    const grace = number(pod.spec, 'terminationGracePeriodSeconds') ?? byDefault
    for (const { field, name } of containersOf(pod)) {
      const seconds = at(field, 'lifecycle', 'preStop', 'sleep', 'seconds')
      if (typeof seconds.value !== 'number' || (seconds.value >= 0 && seconds.value <= grace)) continue
      const message = `container "${name}" sleeps ${seconds.value} s before it stops, of ${grace} s that it has`
      yield { path: pathOf(seconds), message }
    }
  },
} satisfies Rule
