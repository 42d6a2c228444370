import type { Finding, Rule } from '../../model/rule.ts'
import { entries, type Field, fieldOf, pathOf, text } from '../read/field.ts'
import { suggest } from '../read/suggest.ts'

const levels = ['privileged', 'baseline', 'restricted']
const label = /^pod-security\.kubernetes\.io\/(?:enforce|audit|warn)(-version)?$/

export const podSecurityLevel = {
  id: 'pod-security-level',
  severity: 'error',
  scope: 'resource',
  summary: 'A Pod Security label of a namespace names one of the three levels, or a version of them.',
  why: 'The API server refuses a namespace with another value, and every object that belongs in it with it (Kubernetes, "Pod Security Admission").',
  fix: 'write privileged, baseline or restricted',
  kinds: ['Namespace'],
  *check(resource) {
    for (const entry of entries(fieldOf(resource), 'metadata', 'labels')) {
      const match = label.exec(String(entry.key))
      if (match) yield* match[1] === undefined ? checkLevel(entry) : checkVersion(entry)
    }
  },
} satisfies Rule

function* checkLevel(entry: Field): Iterable<Finding> {
  const value = text(entry) ?? ''
  if (levels.includes(value)) return
  const message = `"${value}" is no level of Pod Security`
  yield { path: pathOf(entry), message, ...suggest(value, levels, 'write privileged, baseline or restricted') }
}

function* checkVersion(entry: Field): Iterable<Finding> {
  const value = text(entry) ?? ''
  if (value === 'latest' || /^v1\.(0|[1-9]\d*)$/.test(value)) return
  const message = `"${value}" is no version of Pod Security`
  yield { path: pathOf(entry), message, fix: 'write latest, or a minor version as v1.34' }
}
