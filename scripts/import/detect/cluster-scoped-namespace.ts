import { isClusterScoped } from '../cluster-scoped.ts'
import type { Detector } from '../defect.ts'
import { placeOf } from '../node.ts'

export const clusterScopedNamespace = {
  code: 'cluster-scoped-namespace',
  outcome: 'corrected',
  why: 'The server ignores the namespace of an object that belongs to the whole cluster: its rights are not limited to it, and GitOps engines show a difference for ever.',
  here: 'rights are Roles in the task namespace',
  *find({ resources }) {
    for (const { id, root } of resources)
      if (isClusterScoped(id.kind) && id.namespace !== undefined)
        yield {
          at: placeOf(root, 'metadata', 'namespace'),
          message: `a ${id.kind} has no namespace, and "${id.namespace}" is ignored`,
        }
  },
} satisfies Detector
