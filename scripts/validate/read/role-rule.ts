import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import { type Field, fieldOf, items } from './field.ts'
import { isRoleOfWorker } from './worker-role.ts'

export const roleKinds: readonly string[] = ['Role', 'ClusterRole']

/** The rules of a role; none of a worker's, about which rbac-least-privilege says all there is to say. */
export function roleRules(role: Resource, cluster: ClusterView): readonly Field[] {
  return isRoleOfWorker(role, cluster) ? [] : items(fieldOf(role), 'rules')
}

/**
 * The first word of a rule's list that is one of these. What `*` grants besides, wildcard-in-rules tells; where the
 * rule is for other API groups, it names none.
 */
export function named(rule: Field, key: 'resources' | 'verbs', words: readonly string[]): Field | undefined {
  return items(rule, key).find(({ value }) => words.includes(String(value)))
}

export function isOfGroup(rule: Field, group: string): boolean {
  return items(rule, 'apiGroups').some(({ value }) => value === group || value === '*')
}
