import type { Schema } from '../json-schema.ts'
import { listOf, mapOf, oneIsThere, ref } from './reference.ts'

/** validateContainerCommon */
const container: Schema = {
  required: ['name', 'image'],
  properties: { name: ref('dns-label'), image: ref('non-empty') },
}

/** The containers of a pod; the functions named are in pkg/apis/core/validation/validation.go. */
export const containers: Readonly<Record<string, Schema>> = {
  'io.k8s.api.core.v1.Container': container,
  'io.k8s.api.core.v1.EphemeralContainer': container,
  // validateContainerPorts
  'io.k8s.api.core.v1.ContainerPort': {
    properties: { containerPort: ref('port'), hostPort: ref('port-or-zero'), name: ref('port-name') },
  },
  // ValidateEnv
  'io.k8s.api.core.v1.EnvVar': { properties: { name: ref('env-name') } },
  // validateEnvVarValueFrom, validateConfigMapKeySelector, validateSecretKeySelector
  'io.k8s.api.core.v1.EnvVarSource': {
    maxProperties: 1,
    ...oneIsThere(
      'the source of a value',
      ...['configMapKeyRef', 'fieldRef', 'fileKeyRef', 'resourceFieldRef', 'secretKeyRef'],
    ),
  },
  // validateEnvFrom
  'io.k8s.api.core.v1.EnvFromSource': oneIsThere(
    'a source with configMapRef or secretRef',
    'configMapRef',
    'secretRef',
  ),
  'io.k8s.api.core.v1.ConfigMapKeySelector': {
    required: ['key', 'name'],
    properties: { name: ref('dns-subdomain'), key: ref('config-key') },
  },
  'io.k8s.api.core.v1.SecretKeySelector': {
    required: ['key', 'name'],
    properties: { name: ref('dns-subdomain'), key: ref('config-key') },
  },
  // validateObjectFieldSelector, validateContainerResourceFieldSelector
  'io.k8s.api.core.v1.ObjectFieldSelector': { properties: { fieldPath: ref('non-empty') } },
  // validateConfigMapEnvSource, validateSecretEnvSource
  'io.k8s.api.core.v1.ConfigMapEnvSource': { required: ['name'], properties: { name: ref('dns-subdomain') } },
  'io.k8s.api.core.v1.SecretEnvSource': { required: ['name'], properties: { name: ref('dns-subdomain') } },
  // validateProbe
  'io.k8s.api.core.v1.Probe': {
    properties: {
      initialDelaySeconds: ref('count'),
      timeoutSeconds: ref('count'),
      periodSeconds: ref('count'),
      successThreshold: ref('count'),
      failureThreshold: ref('count'),
      terminationGracePeriodSeconds: ref('positive-int64'),
    },
  },
  // validateHTTPGetAction, validateTCPSocketAction, validateGRPCAction, validateExecAction
  'io.k8s.api.core.v1.HTTPGetAction': { properties: { port: ref('port-or-name') } },
  'io.k8s.api.core.v1.TCPSocketAction': { properties: { port: ref('port-or-name') } },
  'io.k8s.api.core.v1.GRPCAction': { properties: { port: ref('port') } },
  'io.k8s.api.core.v1.ExecAction': { required: ['command'], properties: { command: { minItems: 1 } } },
  // ValidateVolumeMounts
  'io.k8s.api.core.v1.VolumeMount': {
    properties: {
      name: ref('non-empty'),
      mountPath: ref('non-empty'),
      subPath: ref('sub-path'),
      subPathExpr: ref('sub-path'),
    },
  },
  // validateResourceRequirements
  'io.k8s.api.core.v1.ResourceRequirements': {
    properties: {
      limits: mapOf('container-resource', ref('quantity-from-zero')),
      requests: mapOf('container-resource', ref('quantity-from-zero')),
    },
  },
  // ValidateSecurityContext
  'io.k8s.api.core.v1.SecurityContext': { properties: { runAsUser: ref('user-id'), runAsGroup: ref('user-id') } },
  // validatePodSpecSecurityContext
  'io.k8s.api.core.v1.PodSecurityContext': {
    properties: {
      runAsUser: ref('user-id'),
      runAsGroup: ref('user-id'),
      fsGroup: ref('user-id'),
      supplementalGroups: listOf(ref('user-id')),
    },
  },
  // validateSeccompProfileField
  'io.k8s.api.core.v1.SeccompProfile': {
    if: { properties: { type: { const: 'Localhost' } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['localhostProfile'] },
    else: { properties: { localhostProfile: { type: 'null' } } },
  },
}
