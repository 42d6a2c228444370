import type { Rule } from '../../model/rule.ts'
import { pathOf } from '../read/field.ts'
import { isOfGroup, named, roleKinds, roleRules } from '../read/role-rule.ts'

export const accessToCreatePods = {
  id: 'access-to-create-pods',
  severity: 'warning',
  scope: 'cluster',
  summary: 'No role makes pods, or enters those that run.',
  why: 'A pod mounts any Secret and runs as any account of its namespace; exec, attach and ephemeral containers run inside somebody else\'s, and nodes/proxy inside all of a node (Kubernetes, "RBAC Good Practices"). FogFlow\'s worker makes Deployments, and nothing of FogFlow makes or enters a pod.',
  fix: 'take the resource out of the rule',
  kinds: roleKinds,
  *check(resource, cluster) {
    for (const rule of roleRules(resource, cluster)) {
      if (!isOfGroup(rule, '')) continue
      const pods = named(rule, 'resources', ['pods'])
      const create = named(rule, 'verbs', ['create'])
      if (pods && create) yield { path: pathOf(pods), message: 'the role makes pods of any sort' }
      const entry = named(rule, 'resources', entries)
      const verb = named(rule, 'verbs', ['create', 'get', 'patch', 'update', '*'])
      if (entry && verb) yield { path: pathOf(entry), message: `with "${entry.value}" the role gets into running pods` }
    }
  },
} satisfies Rule

const entries = ['pods/exec', 'pods/attach', 'pods/ephemeralcontainers', 'pods/portforward', 'nodes/proxy']
