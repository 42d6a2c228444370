import type { Rule } from '../../model/rule.ts'
import { items, pathOf } from '../read/field.ts'
import { isOfGroup, named, roleKinds, roleRules } from '../read/role-rule.ts'

export const accessToSecrets = {
  id: 'access-to-secrets',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No role reads all Secrets.',
  why: 'Whoever takes over its account has RabbitMQ\'s password, and with it can order every worker; list and watch show the contents, too (Kubernetes, "RBAC Good Practices").',
  fix: 'mount the Secret into the pod that needs it, or name it in resourceNames with the verb get',
  kinds: roleKinds,
  *check(resource, cluster) {
    for (const rule of roleRules(resource, cluster)) {
      const secrets = isOfGroup(rule, '') ? named(rule, 'resources', ['secrets']) : undefined
      const verb = named(rule, 'verbs', ['get', 'list', 'watch', '*'])
      if (!secrets || !verb || items(rule, 'resourceNames').length > 0) continue
      yield { path: pathOf(secrets), message: `"${verb.value}" on secrets: the role reads every one of them` }
    }
  },
} satisfies Rule
