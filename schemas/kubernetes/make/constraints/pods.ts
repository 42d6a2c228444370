import type { Schema } from '../json-schema.ts'
import { listOf, mapOf, ref, valuesFit } from './reference.ts'

const weight = { minimum: 1, maximum: 100 }

/** A pod around its containers; the functions named are in pkg/apis/core/validation/validation.go. */
export const pods: Readonly<Record<string, Schema>> = {
  // ValidatePodCreate, ValidatePodTemplateSpec
  'io.k8s.api.core.v1.Pod': { required: ['spec'] },
  'io.k8s.api.core.v1.PodTemplateSpec': { required: ['spec'] },
  // ValidatePodSpec
  'io.k8s.api.core.v1.PodSpec': {
    properties: {
      containers: { minItems: 1 },
      activeDeadlineSeconds: ref('positive'),
      terminationGracePeriodSeconds: ref('count-int64'),
      serviceAccountName: ref('dns-subdomain-or-empty'),
      nodeName: ref('dns-subdomain-or-empty'),
      hostname: ref('dns-label-or-empty'),
      subdomain: ref('dns-label-or-empty'),
      nodeSelector: mapOf('label-key', ref('label-value')),
      priorityClassName: ref('dns-subdomain-or-empty'),
      runtimeClassName: ref('dns-subdomain'),
    },
  },
  // ValidateTolerations
  'io.k8s.api.core.v1.Toleration': {
    properties: { key: ref('label-key-or-empty') },
    allOf: [
      {
        if: { required: ['tolerationSeconds'], properties: { tolerationSeconds: { type: 'integer' } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { required: ['effect'], properties: { effect: { const: 'NoExecute' } } },
      },
      {
        if: { required: ['operator'], properties: { operator: { const: 'Exists' } } },
        // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
        then: { properties: { value: { enum: ['', null] } } },
        else: { required: ['key'] },
      },
    ],
  },
  // validateTopologySpreadConstraints
  'io.k8s.api.core.v1.TopologySpreadConstraint': {
    properties: { maxSkew: ref('positive'), minDomains: ref('positive'), topologyKey: ref('non-empty') },
  },
  // validatePodAffinityTerm, ValidatePreferredSchedulingTerms, ValidateNodeSelectorRequirement, ValidateNodeSelector
  'io.k8s.api.core.v1.PodAffinityTerm': {
    properties: { topologyKey: ref('label-key'), namespaces: listOf(ref('dns-label')) },
  },
  'io.k8s.api.core.v1.WeightedPodAffinityTerm': { properties: { weight } },
  'io.k8s.api.core.v1.PreferredSchedulingTerm': { properties: { weight } },
  'io.k8s.api.core.v1.NodeSelector': { properties: { nodeSelectorTerms: { minItems: 1 } } },
  'io.k8s.api.core.v1.NodeSelectorRequirement': {
    properties: { key: ref('label-key') },
    ...valuesFit('In', 'NotIn', 'Gt', 'Lt'),
  },
  // validateOS
  'io.k8s.api.core.v1.PodOS': { properties: { name: { enum: ['linux', 'windows'] } } },
  // ValidateHostAliases
  'io.k8s.api.core.v1.HostAlias': { properties: { ip: ref('ip') } },
}
