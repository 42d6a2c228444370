import type { Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, isSet, items, pathOf } from '../read/field.ts'
import { suggest } from '../read/suggest.ts'

export const claimTemplateType = {
  id: 'claim-template-type',
  severity: 'error',
  scope: 'resource',
  summary: 'A claim template that names its type names it v1 and PersistentVolumeClaim.',
  why: 'The API server takes any other type without a word and writes these two in its place: Argo CD compares them with Git, sees a difference for ever, and syncs again and again (tried on Kubernetes 1.34).',
  fix: 'write apiVersion: v1 and kind: PersistentVolumeClaim',
  kinds: ['StatefulSet'],
  *check(resource) {
    for (const template of items(fieldOf(resource, 'spec'), 'volumeClaimTemplates')) {
      yield* checkWord(at(template, 'apiVersion'), 'v1')
      yield* checkWord(at(template, 'kind'), 'PersistentVolumeClaim')
    }
  },
} satisfies Rule

function* checkWord(field: Field, word: string) {
  if (!isSet(field) || field.value === word) return
  const message = `"${field.value}" is not the ${field.key} of a claim`
  yield { path: pathOf(field), message, ...suggest(String(field.value), [word], `write ${word}`) }
}
