import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, number, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent } from '../read/program.ts'

/** Each task costs two calls of the API server and one of the broker; in seconds. */
const needed = 60

export const workerGracePeriod = {
  id: 'worker-grace-period',
  severity: 'warning',
  scope: 'resource',
  summary: 'A worker has 60 s at least to end.',
  why: 'On SIGTERM it deletes its tasks one by one (worker/worker.go:96-108). What is left when the grace period is over stays for good: the next worker does not know these tasks and starts them anew.',
  fix: 'write terminationGracePeriodSeconds: 90',
  kinds: podKinds,
  *check(resource) {
    for (const container of containersIn(resource)) {
      const field = at(container.pod.spec, 'terminationGracePeriodSeconds')
      const seconds = number(container.pod.spec, 'terminationGracePeriodSeconds') ?? 30
      if (fogflowComponent(container) !== 'worker' || seconds >= needed) continue
      const isWritten = field.value !== undefined
      const message = `the worker has ${seconds} s to delete its tasks${isWritten ? '' : ', by default'}`
      yield { path: pathOf(field), at: isWritten ? 'value' : 'key', message }
    }
  },
} satisfies Rule
