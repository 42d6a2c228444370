import type { Rule } from '../../model/rule.ts'
import type { Field } from '../read/field.ts'
import { pathOf } from '../read/field.ts'
import { isOfGroup, named, roleKinds, roleRules } from '../read/role-rule.ts'

export const rbacEscalation = {
  id: 'rbac-escalation',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No role lets its account take rights that it does not have.',
  why: 'The verbs escalate and bind get past the check that nobody gives away more than he has; impersonate, a token of another account or a signed certificate make one somebody else (Kubernetes, "RBAC Good Practices", privilege escalation risks).',
  fix: 'take the verb or resource out of the rule',
  kinds: roleKinds,
  *check(resource, cluster) {
    for (const rule of roleRules(resource, cluster)) {
      const risk = riskOf(rule)
      if (risk) yield { path: pathOf(risk.field), message: risk.message }
    }
  },
} satisfies Rule

function riskOf(rule: Field): { readonly field: Field; readonly message: string } | undefined {
  const verb = named(rule, 'verbs', ['escalate', 'bind', 'impersonate'])
  if (verb) return { field: verb, message: `with the verb "${verb.value}" the role gives rights that it does not have` }
  for (const { group, resource, verbs } of risks) {
    const found = isOfGroup(rule, group) ? named(rule, 'resources', [resource]) : undefined
    const granted = named(rule, 'verbs', [...verbs, '*'])
    if (found && granted)
      return { field: found, message: `"${granted.value}" on ${resource} makes its account whoever it likes` }
  }
  return undefined
}

const risks = [
  { group: '', resource: 'serviceaccounts/token', verbs: ['create'] },
  { group: 'certificates.k8s.io', resource: 'certificatesigningrequests/approval', verbs: ['update', 'patch'] },
  {
    group: 'admissionregistration.k8s.io',
    resource: 'mutatingwebhookconfigurations',
    verbs: ['create', 'update', 'patch'],
  },
]
