import type { Rule } from '../../model/rule.ts'
import { annotationPrefix, malformedExpectations } from '../read/expected.ts'
import { entries, fieldOf, pathOf, text } from '../read/field.ts'

export const malformedExpectation = {
  id: 'malformed-expectation',
  severity: 'error',
  scope: 'resource',
  summary: 'The annotation gitops.fogflow.io/expects lists Kind/name or Kind/name[key,key].',
  why: 'What cannot be read is not expected, and every reference to it is reported as dangling.',
  fix: 'write Kind/name or Kind/name[key,key], several separated by spaces or newlines',
  kinds: ['Namespace'],
  *check(resource) {
    for (const entry of entries(fieldOf(resource), 'metadata', 'annotations'))
      for (const word of isExpectation(String(entry.key)) ? malformedExpectations(text(entry) ?? '') : [])
        yield { path: pathOf(entry), message: `"${word}" is not of the form Kind/name[key,key]` }
  },
} satisfies Rule

function isExpectation(key: string): boolean {
  return key === annotationPrefix || key.startsWith(`${annotationPrefix}.`)
}
