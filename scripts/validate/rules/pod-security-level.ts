import type { Rule } from '../../model/rule.ts'
import { entries, fieldOf, pathOf, text } from '../read/field.ts'
import { suggest } from '../read/suggest.ts'

const levels = ['privileged', 'baseline', 'restricted']
const label = /^pod-security\.kubernetes\.io\/(enforce|audit|warn)$/

export const podSecurityLevel = {
  id: 'pod-security-level',
  severity: 'error',
  scope: 'resource',
  summary: 'A Pod Security label of a namespace names one of the three levels.',
  why: 'The API server refuses a namespace with another value, and every object that belongs in it with it (Kubernetes, "Pod Security Admission").',
  fix: 'write privileged, baseline or restricted',
  kinds: ['Namespace'],
  *check(resource) {
    for (const entry of entries(fieldOf(resource), 'metadata', 'labels')) {
      const value = text(entry) ?? ''
      if (!label.test(String(entry.key)) || levels.includes(value)) continue
      const message = `"${value}" is no level of Pod Security`
      yield { path: pathOf(entry), message, ...suggest(value, levels, 'write privileged, baseline or restricted') }
    }
  },
} satisfies Rule
