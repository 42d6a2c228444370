import type { Finding, Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, isSet, items, pathOf } from '../read/field.ts'

export const networkPolicyTypes = {
  id: 'network-policy-types',
  severity: 'error',
  scope: 'resource',
  summary: 'The policyTypes of a NetworkPolicy name each direction that it says something about.',
  why: 'What stands under a direction that is not named means nothing: permitted flows are not permitted, denied ones are not denied. Without policyTypes the API server fills in Ingress, and Egress only where egress has a rule (SetDefaults_NetworkPolicy of k8s.io/kubernetes).',
  fix: 'write policyTypes: [Ingress, Egress], or those of the two that the policy is about',
  kinds: ['NetworkPolicy'],
  *check(resource) {
    const spec = fieldOf(resource, 'spec')
    const types = items(spec, 'policyTypes').map(({ value }) => value)
    const [ingress, egress] = [at(spec, 'ingress'), at(spec, 'egress')]
    if (types.length === 0) {
      const isMeant = isSet(egress) && items(egress).length === 0
      if (isMeant) yield report(egress, 'egress is empty and policyTypes absent: nothing that leaves is denied')
      return
    }
    if (isSet(ingress) && !types.includes('Ingress')) yield report(ingress, notNamed('ingress', types))
    if (isSet(egress) && !types.includes('Egress')) yield report(egress, notNamed('egress', types))
  },
} satisfies Rule

function notNamed(direction: string, types: readonly unknown[]): string {
  return `${direction} has no effect, since policyTypes is ${types.join(', ')} alone`
}

function report(field: Field, message: string): Finding {
  return { path: pathOf(field), at: 'key', message }
}
