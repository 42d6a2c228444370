import type { Rule } from '../../model/rule.ts'
import { at, pathOf } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'

export const restartPolicy = {
  id: 'restart-policy',
  severity: 'error',
  scope: 'resource',
  summary: 'The pods of a Job end, those of every other workload are restarted.',
  why: 'The API server refuses a Job whose restartPolicy is Always, which it is where nothing is written, and any other workload where it is not (pkg/apis/batch and pkg/apis/apps, validation.go of k8s.io/kubernetes).',
  fix: 'write restartPolicy: OnFailure or Never for a Job, and leave it out elsewhere',
  kinds: podKinds.filter(kind => kind !== 'Pod' && kind !== 'PodTemplate'),
  *check(resource) {
    const pod = podOf(resource)
    if (!pod) return
    const field = at(pod.spec, 'restartPolicy')
    const policy = field.value ?? 'Always'
    const isJob = resource.id.kind === 'Job' || resource.id.kind === 'CronJob'
    if (isJob !== (policy === 'Always')) return
    const message = `restartPolicy ${JSON.stringify(policy)} is not for a ${resource.id.kind}`
    yield { path: pathOf(field), at: field.value === undefined ? 'key' : 'value', message }
  },
} satisfies Rule
