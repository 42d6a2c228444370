import type { Detector } from '../defect.ts'
import { inKubernetes, isFogFlow } from '../facts.ts'
import { itemsAt, placeOf, textAt } from '../node.ts'

export const rbacLeastPrivilege = {
  code: 'rbac-least-privilege',
  outcome: 'corrected',
  why: 'The worker only creates and deletes Deployments and Services of its task namespace (worker/kubernetes.go); with more, whoever takes a worker or a task over owns those of every namespace.',
  here: 'a Role in the task namespace with create and delete',
  *find(site) {
    if (!inKubernetes(site).some(isFogFlow)) return
    for (const { id, root } of site.resources) {
      if (id.kind === 'ClusterRole')
        yield { at: placeOf(root, 'kind'), message: `the ClusterRole "${id.name}" holds in every namespace` }
      if (id.kind !== 'ClusterRole' && id.kind !== 'Role') continue
      for (const [index, rule] of itemsAt(root, 'rules').entries()) {
        const verbs = itemsAt(rule, 'verbs').map(verb => textAt(verb) ?? '')
        const more = verbs.filter(verb => verb !== 'create' && verb !== 'delete')
        if (more.length > 0)
          yield {
            at: placeOf(root, 'rules', index, 'verbs'),
            message: `${more.join(', ')} is more than FogFlow asks for`,
          }
      }
    }
  },
} satisfies Detector
