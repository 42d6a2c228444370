import { isClusterScoped } from '../cluster-scoped.ts'
import type { Detector } from '../defect.ts'
import { placeOf } from '../node.ts'

export const namespaceConsistency = {
  code: 'namespace-consistency',
  outcome: 'corrected',
  why: 'Objects that belong together land in two namespaces: a Service selects nothing, a claim or ConfigMap is not found, kubectl -n refuses the file.',
  here: 'one key, namespace, for everything',
  *find({ resources }) {
    const namespaced = resources.filter(({ id }) => !isClusterScoped(id.kind))
    const named = namespaced.filter(({ id }) => id.namespace !== undefined)
    const names = new Set(namespaced.map(({ id }) => id.namespace))
    if (names.size < 2) return
    for (const { id, root } of named)
      yield {
        at: placeOf(root, 'metadata', 'namespace'),
        message: `${id.kind} "${id.name}" names the namespace "${id.namespace}", what belongs to it ${names.has(undefined) ? 'names none' : 'names another'}`,
      }
  },
} satisfies Detector
