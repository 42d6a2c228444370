import type { Schema } from '../json-schema.ts'
import { holds, listOf, mapOf, ref } from './reference.ts'

/** The other objects of the core group; the functions named are in pkg/apis/core/validation/validation.go. */
export const core: Readonly<Record<string, Schema>> = {
  // ValidateConfigMap
  'io.k8s.api.core.v1.ConfigMap': {
    properties: { data: mapOf('config-key', { type: 'string' }), binaryData: mapOf('config-key', ref('base64')) },
  },
  // ValidateSecret
  'io.k8s.api.core.v1.Secret': {
    properties: { data: mapOf('config-key', ref('base64')), stringData: mapOf('config-key', { type: 'string' }) },
  },
  // ValidateService; validateServicePort
  'io.k8s.api.core.v1.Service': { required: ['spec'] },
  'io.k8s.api.core.v1.ServiceSpec': {
    if: {
      anyOf: [
        { required: ['type'], properties: { type: { const: 'ExternalName' } } },
        { required: ['clusterIP'], properties: { clusterIP: { const: 'None' } } },
      ],
    },
    else: holds('ports'),
    properties: {
      clusterIP: ref('cluster-ip'),
      selector: mapOf('label-key', ref('label-value')),
      externalIPs: listOf(ref('ip')),
      loadBalancerSourceRanges: listOf(ref('cidr')),
      healthCheckNodePort: ref('port-or-zero'),
    },
  },
  'io.k8s.api.core.v1.ServicePort': {
    properties: {
      name: ref('dns-label-or-empty'),
      port: ref('port'),
      targetPort: ref('port-or-name-or-unset'),
      nodePort: ref('port-or-zero'),
      appProtocol: ref('label-key'),
    },
  },
  // validateClientIPAffinityConfig
  'io.k8s.api.core.v1.ClientIPConfig': { properties: { timeoutSeconds: { minimum: 1, maximum: 86400 } } },
  // ValidateResourceQuotaSpec
  'io.k8s.api.core.v1.ResourceQuotaSpec': { properties: { hard: mapOf('quota-resource', ref('quantity-from-zero')) } },
  // ValidateNodeSpecificAnnotations, validateNodeTaints
  'io.k8s.api.core.v1.Taint': { properties: { key: ref('label-key'), value: ref('label-value') } },
  // validateEndpointPort
  'io.k8s.api.core.v1.EndpointPort': { properties: { port: ref('port') } },
}
