import type { Finding } from '../../model/rule.ts'
import { type Field, items, pathOf, text } from './field.ts'
import { nearest } from './suggest.ts'

/** What roles and admission policies name (Kubernetes, "Using RBAC Authorization" and the API reference, v1.34). */
const known = {
  verbs:
    'get list watch create update patch delete deletecollection impersonate bind escalate use approve sign proxy *',
  operations: 'CREATE UPDATE DELETE CONNECT *',
  apiVersions: 'v1 v1beta1 v1beta2 v1alpha1 v2 *',
  apiGroups:
    'apps batch autoscaling policy networking.k8s.io rbac.authorization.k8s.io storage.k8s.io coordination.k8s.io discovery.k8s.io apiextensions.k8s.io admissionregistration.k8s.io *',
  resources:
    'pods services deployments statefulsets daemonsets replicasets jobs cronjobs configmaps secrets serviceaccounts namespaces nodes events endpoints endpointslices ingresses networkpolicies persistentvolumes persistentvolumeclaims poddisruptionbudgets horizontalpodautoscalers roles rolebindings clusterroles clusterrolebindings leases limitranges resourcequotas *',
}

/** Names in a rule that are nearly, but not quite, ones of Kubernetes. Others may be those of an add-on. */
export function* misspeltApiNames(rule: Field, keys: readonly (keyof typeof known)[]): Iterable<Finding> {
  for (const key of keys) {
    const names = ['', ...known[key].split(' ')]
    for (const word of items(rule, key)) {
      const [name = ''] = (text(word) ?? '').split('/')
      const near = names.includes(name) ? undefined : nearest(name, names)
      if (near !== undefined)
        yield { path: pathOf(word), message: `${key}: Kubernetes has no "${name}"`, fix: `did you mean "${near}"?` }
    }
  }
}
