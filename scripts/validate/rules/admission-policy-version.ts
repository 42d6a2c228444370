import type { Rule } from '../../model/rule.ts'
import { fieldOf, items, pathOf } from '../read/field.ts'

/** The groups of Kubernetes of which there is one version, v1, and no other since 1.25. */
const groups = ['', 'apps', 'networking.k8s.io', 'rbac.authorization.k8s.io']

export const admissionPolicyVersion = {
  id: 'admission-policy-version',
  severity: 'error',
  scope: 'resource',
  summary: 'A rule of an admission policy is for a version that its API group has.',
  why: 'The API server takes any version, and a rule for one that does not exist matches nothing: what the policy was to change or to refuse passes as it is.',
  fix: 'write v1',
  kinds: ['MutatingAdmissionPolicy', 'ValidatingAdmissionPolicy'],
  *check(resource) {
    for (const rule of items(fieldOf(resource, 'spec', 'matchConstraints'), 'resourceRules')) {
      const [group, ...others] = items(rule, 'apiGroups').map(({ value }) => value)
      if (others.length > 0 || !groups.includes(String(group))) continue
      for (const version of items(rule, 'apiVersions')) {
        if (version.value === 'v1' || version.value === '*') continue
        const message = `${group === '' ? 'the core group' : group} has no version "${version.value}"`
        yield { path: pathOf(version), message }
      }
    }
  },
} satisfies Rule
