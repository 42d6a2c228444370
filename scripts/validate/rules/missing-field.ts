import type { Path } from 'kustomize-ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { at, type Field, fieldOf, isSet, items, pathOf, text } from '../read/field.ts'

/** What the API server asks for in a claim: ValidatePersistentVolumeClaimSpec of k8s.io/kubernetes. */
const claim: readonly Path[] = [['resources', 'requests', 'storage']]

/** Kind → paths in its spec that must hold something. */
const required: Readonly<Record<string, readonly Path[]>> = {
  PersistentVolumeClaim: claim,
  MutatingAdmissionPolicy: [['matchConstraints', 'resourceRules'], ['mutations'], ['reinvocationPolicy']],
  MutatingAdmissionPolicyBinding: [['policyName']],
}

export const missingField = {
  id: 'missing-field',
  severity: 'error',
  scope: 'resource',
  summary: 'A claim says how large it is, and an admission policy what it changes, and of what.',
  why: 'The API server refuses the object without it ("Required value"), though its schema does not ask for it (tried on Kubernetes 1.34 and 1.36).',
  fix: 'write the field',
  kinds: [...Object.keys(required), 'StatefulSet'],
  *check(resource) {
    for (const { spec, paths } of specsOf(resource)) {
      for (const path of paths) {
        const field = at(spec, ...path)
        if (holdsSomething(field)) continue
        const name = typeof spec.key === 'number' ? '' : 'spec.'
        yield { path: pathOf(field), message: `${name}${path.join('.')} is ${isSet(field) ? 'empty' : 'missing'}` }
      }
    }
  },
} satisfies Rule

/** In each mutation of one, by what its patchType says. */
const expressions: Readonly<Record<string, Path>> = {
  JSONPatch: ['jsonPatch', 'expression'],
  ApplyConfiguration: ['applyConfiguration', 'expression'],
}

function specsOf(resource: Resource): readonly { readonly spec: Field; readonly paths: readonly Path[] }[] {
  const spec = fieldOf(resource, 'spec')
  const own = required[resource.id.kind]
  const ofMutations = items(spec, 'mutations').map(mutation => ({ spec: mutation, paths: pathsOf(mutation) }))
  if (own) return [{ spec, paths: own }, ...ofMutations]
  return items(spec, 'volumeClaimTemplates').map(template => ({ spec: at(template, 'spec'), paths: claim }))
}

function pathsOf(mutation: Field): readonly Path[] {
  const path = expressions[text(mutation, 'patchType') ?? '']
  return path ? [path] : []
}

const holdsSomething = (field: Field) => isSet(field) && !(Array.isArray(field.value) && field.value.length === 0)
