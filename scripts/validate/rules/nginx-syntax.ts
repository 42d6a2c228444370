import type { Rule } from '../../model/rule.ts'
import { textOfKey } from '../read/fogflow-config.ts'
import { nginxConfigsIn } from '../read/nginx.ts'
import { findSyntaxProblem } from '../read/nginx-syntax.ts'

export const nginxSyntax = {
  id: 'nginx-syntax',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every directive of an nginx configuration ends, and every block is closed.',
  why: 'nginx refuses the whole file and does not start, and with it the only way in is closed.',
  fix: 'write ; behind a directive, and a } for each {',
  kinds: ['ConfigMap'],
  alsoCompose: true,
  *check(resource, cluster) {
    const keys = new Set(nginxConfigsIn(resource, cluster).map(({ key }) => key))
    for (const key of keys) {
      const problem = findSyntaxProblem(textOfKey(resource, key))
      if (problem) yield { path: ['data', key], ...problem }
    }
  },
} satisfies Rule
