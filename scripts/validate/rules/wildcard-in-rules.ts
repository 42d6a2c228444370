import type { Rule } from '../../model/rule.ts'
import { type Field, items, pathOf } from '../read/field.ts'
import { roleKinds, roleRules } from '../read/role-rule.ts'

export const wildcardInRules = {
  id: 'wildcard-in-rules',
  severity: 'warning',
  scope: 'cluster',
  summary: 'The rules of a role name verbs and resources, rather than all of them.',
  why: 'With * comes what nobody had in mind: reading Secrets, exec into pods, and every kind that is installed later (Kubernetes, "RBAC Good Practices").',
  fix: 'name the verbs and resources that the account uses',
  kinds: roleKinds,
  *check(resource, cluster) {
    for (const rule of roleRules(resource, cluster)) {
      const wild = ['verbs', 'resources'].flatMap(key => items(rule, key).filter(isWild))
      const [first] = wild
      if (!first) continue
      const names = wild.map(({ parent }) => String(parent?.key)).join(' and ')
      yield { path: pathOf(first), message: `the role is for all ${names} of ${groupsOf(rule)}` }
    }
  },
} satisfies Rule

const isWild = ({ value }: Field) => value === '*'

function groupsOf(rule: Field): string {
  const groups = items(rule, 'apiGroups').map(({ value }) => (value === '' ? 'the core API' : String(value)))
  return groups.includes('*') ? 'every API group' : groups.join(', ')
}
