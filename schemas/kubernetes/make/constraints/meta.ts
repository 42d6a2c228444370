import type { Schema } from '../json-schema.ts'
import { listOf, mapOf, ref, valuesFit } from './reference.ts'

/** k8s.io/apimachinery/pkg/api/validation/objectmeta.go and k8s.io/apimachinery/pkg/apis/meta/v1/validation/validation.go. */
export const meta: Readonly<Record<string, Schema>> = {
  // ValidateObjectMetaAccessor
  'io.k8s.apimachinery.pkg.apis.meta.v1.ObjectMeta': {
    properties: {
      namespace: ref('dns-label'),
      labels: mapOf('label-key', ref('label-value')),
      annotations: mapOf('annotation-key', { type: 'string' }),
      generation: ref('count-int64'),
    },
  },
  // ValidateLabelSelector
  'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelector': {
    properties: { matchLabels: mapOf('label-key', ref('label-value')) },
  },
  'io.k8s.apimachinery.pkg.apis.meta.v1.LabelSelectorRequirement': {
    properties: {
      key: ref('label-key'),
      operator: { enum: ['In', 'NotIn', 'Exists', 'DoesNotExist'] },
      values: listOf(ref('label-value')),
    },
    ...valuesFit('In', 'NotIn'),
  },
}
