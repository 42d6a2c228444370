import type { Schema } from '../json-schema.ts'
import { listOf, ref } from './reference.ts'

const someText = { minItems: 1, items: ref('non-empty') }

/** validateRule, validateRuleWithOperations */
const rule = {
  required: ['operations', 'apiGroups', 'apiVersions', 'resources'],
  properties: {
    operations: { minItems: 1 },
    apiGroups: { minItems: 1 },
    apiVersions: someText,
    resources: someText,
  },
}

/** Admission; the functions named are in pkg/apis/admissionregistration/validation/validation.go. */
export const admission: Readonly<Record<string, Schema>> = {
  'io.k8s.api.admissionregistration.v1.RuleWithOperations': rule,
  'io.k8s.api.admissionregistration.v1.NamedRuleWithOperations': rule,
  // validateMatchCondition
  'io.k8s.api.admissionregistration.v1.MatchCondition': {
    properties: { name: ref('label-key'), expression: ref('non-empty') },
  },
  // validateVariable
  'io.k8s.api.admissionregistration.v1.Variable': {
    properties: { name: ref('cel-name'), expression: ref('non-empty') },
  },
  // validateValidatingAdmissionPolicySpec
  'io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicy': { required: ['spec'] },
  'io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicySpec': { required: ['matchConstraints'] },
  // validateValidatingAdmissionPolicyBindingSpec
  'io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBinding': { required: ['spec'] },
  'io.k8s.api.admissionregistration.v1.ValidatingAdmissionPolicyBindingSpec': {
    required: ['policyName', 'validationActions'],
    properties: {
      policyName: ref('dns-subdomain'),
      validationActions: { ...listOf({ enum: ['Deny', 'Warn', 'Audit'] }), minItems: 1, uniqueItems: true },
    },
  },
}
