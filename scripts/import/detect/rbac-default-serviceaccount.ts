import type { Detector } from '../defect.ts'
import { inKubernetes } from '../facts.ts'
import { itemsAt, placeOf, textAt } from '../node.ts'

export const rbacDefaultServiceaccount = {
  code: 'rbac-default-serviceaccount',
  outcome: 'corrected',
  why: 'Every pod of a namespace that names no ServiceAccount is "default", tasks of users included: what it may, all may.',
  here: 'each component has a ServiceAccount of its own, and only the worker has rights',
  *find(site) {
    for (const { id, root } of site.resources)
      if (id.kind.endsWith('RoleBinding'))
        for (const [index, subject] of itemsAt(root, 'subjects').entries())
          if (textAt(subject, 'kind') === 'ServiceAccount' && textAt(subject, 'name') === 'default')
            yield {
              at: placeOf(root, 'subjects', index, 'name'),
              message: 'the rights are given to the ServiceAccount "default"',
            }
    for (const {
      component,
      kubernetes: { pod },
    } of inKubernetes(site))
      if (component !== undefined && textAt(pod, 'serviceAccountName') === 'default')
        yield { at: placeOf(pod, 'serviceAccountName'), message: 'the pod runs as the ServiceAccount "default"' }
  },
} satisfies Detector
