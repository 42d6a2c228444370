import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, isSet, number, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent } from '../read/program.ts'

export const brokerStartupProbe = {
  id: 'broker-startup-probe',
  severity: 'error',
  scope: 'resource',
  summary: 'A broker with a liveness probe has a startup probe, too.',
  why: 'The broker opens its port only after discovery has answered (broker/main.go:36-50): without a startup probe the kubelet kills it for waiting, again and again.',
  fix: 'add a startupProbe that asks for /version for some minutes',
  kinds: podKinds,
  *check(resource) {
    for (const { field, ...container } of containersIn(resource)) {
      const liveness = at(field, 'livenessProbe')
      if (fogflowComponent({ field, ...container }) !== 'broker' || !isSet(liveness)) continue
      if (isSet(at(field, 'startupProbe'))) continue
      const failures = number(liveness, 'failureThreshold') ?? 3
      const seconds =
        (number(liveness, 'initialDelaySeconds') ?? 0) + failures * (number(liveness, 'periodSeconds') ?? 10)
      yield {
        path: pathOf(liveness),
        at: 'key',
        message: `a broker that waits for discovery is killed after ${seconds} s`,
      }
    }
  },
} satisfies Rule
