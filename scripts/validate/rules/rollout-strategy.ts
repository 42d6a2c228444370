import type { Finding, Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, isSet, pathOf } from '../read/field.ts'

/** The field with the strategy, and the types that take rollingUpdate. */
const strategies: Readonly<Record<string, string>> = {
  Deployment: 'strategy',
  DaemonSet: 'updateStrategy',
  StatefulSet: 'updateStrategy',
}

export const rolloutStrategy = {
  id: 'rollout-strategy',
  severity: 'error',
  scope: 'resource',
  summary: 'A rollout may take a step, and only a rolling one says how large its steps are.',
  why: 'The API server refuses it ("may not be specified when strategy type is Recreate", "may not be 0 when maxSurge is 0"): a patch that sets Recreate over a base with rollingUpdate makes this.',
  fix: 'write rollingUpdate: null in the patch that sets the type, or let one of the two be more than 0',
  kinds: Object.keys(strategies),
  *check(resource) {
    const strategy = fieldOf(resource, 'spec', strategies[resource.id.kind] ?? '')
    const rolling = at(strategy, 'rollingUpdate')
    if (!isSet(rolling)) return
    const type = at(strategy, 'type').value ?? 'RollingUpdate'
    if (type !== 'RollingUpdate')
      yield { path: pathOf(rolling), at: 'key', message: `rollingUpdate is set, and the type is ${type}` }
    else if (resource.id.kind !== 'StatefulSet') yield* checkSteps(rolling, resource.id.kind)
  },
} satisfies Rule

/** What is not written is 25 % and 25 % for a Deployment, 0 and 1 for a DaemonSet (pkg/apis/apps/v1/defaults.go). */
function* checkSteps(rolling: Field, kind: string): Iterable<Finding> {
  const [surge, unavailable] = [at(rolling, 'maxSurge'), at(rolling, 'maxUnavailable')]
  const isNone = ({ value }: Field, ifAbsent: boolean) =>
    value === undefined || value === null ? ifAbsent : /^0+%?$/.test(String(value))
  if (isNone(surge, kind === 'DaemonSet') && isNone(unavailable, false))
    yield { path: pathOf(unavailable), message: 'maxSurge and maxUnavailable are both 0: no pod may be replaced' }
}
