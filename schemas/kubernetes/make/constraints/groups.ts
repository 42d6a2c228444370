import type { Schema } from '../json-schema.ts'
import { holds, listOf, oneIsThere, ref } from './reference.ts'

const roleRef = { required: ['kind', 'name'], properties: { apiGroup: { enum: ['', 'rbac.authorization.k8s.io'] } } }
const scaling = { properties: { minReplicas: ref('count'), maxReplicas: ref('positive') } }
const spec = { required: ['spec'] }
/** An empty selector would be one for all pods: "empty selector is invalid for deployment". */
const selector = {
  properties: {
    selector: {
      title: 'a selector with labels',
      anyOf: [
        { required: ['matchLabels'], properties: { matchLabels: { type: 'object', minProperties: 1 } } },
        holds('matchExpressions'),
      ],
    },
  },
}

/** Other API groups; each comment names the group's file under pkg/apis and the functions in it. */
export const groups: Readonly<Record<string, Schema>> = {
  // apps/validation/validation.go ValidateDeploymentSpec, ValidateRollingUpdateDeployment
  'io.k8s.api.apps.v1.Deployment': spec,
  'io.k8s.api.apps.v1.DeploymentSpec': {
    properties: {
      ...selector.properties,
      replicas: ref('count'),
      minReadySeconds: ref('count'),
      revisionHistoryLimit: ref('count'),
      progressDeadlineSeconds: ref('count'),
    },
  },
  'io.k8s.api.apps.v1.RollingUpdateDeployment': {
    properties: { maxSurge: ref('count-or-percent'), maxUnavailable: ref('count-or-percent') },
  },
  // ValidateStatefulSetSpec
  'io.k8s.api.apps.v1.StatefulSet': spec,
  'io.k8s.api.apps.v1.StatefulSetSpec': {
    properties: {
      ...selector.properties,
      replicas: ref('count'),
      minReadySeconds: ref('count'),
      serviceName: ref('dns-label-or-empty'),
    },
  },
  'io.k8s.api.apps.v1.RollingUpdateStatefulSetStrategy': { properties: { partition: ref('count') } },
  'io.k8s.api.apps.v1.StatefulSetOrdinals': { properties: { start: ref('count') } },
  // ValidateDaemonSetSpec, ValidateReplicaSetSpec
  'io.k8s.api.apps.v1.DaemonSet': spec,
  'io.k8s.api.apps.v1.DaemonSetSpec': { properties: { ...selector.properties, minReadySeconds: ref('count') } },
  'io.k8s.api.apps.v1.RollingUpdateDaemonSet': {
    properties: { maxSurge: ref('count-or-percent'), maxUnavailable: ref('count-or-percent') },
  },
  'io.k8s.api.apps.v1.ReplicaSet': spec,
  'io.k8s.api.apps.v1.ReplicaSetSpec': {
    properties: { ...selector.properties, replicas: ref('count'), minReadySeconds: ref('count') },
  },
  // batch/validation/validation.go ValidateCronJobSpec, validateJobSpec
  'io.k8s.api.batch.v1.Job': spec,
  'io.k8s.api.batch.v1.JobSpec': {
    properties: {
      parallelism: ref('count'),
      completions: ref('count'),
      backoffLimit: ref('count'),
      ttlSecondsAfterFinished: ref('count'),
      activeDeadlineSeconds: ref('count-int64'),
    },
  },
  'io.k8s.api.batch.v1.JobTemplateSpec': spec,
  'io.k8s.api.batch.v1.CronJob': spec,
  'io.k8s.api.batch.v1.CronJobSpec': {
    properties: {
      schedule: ref('non-empty'),
      startingDeadlineSeconds: ref('count-int64'),
      successfulJobsHistoryLimit: ref('count'),
      failedJobsHistoryLimit: ref('count'),
    },
  },
  // networking/validation/validation.go ValidateNetworkPolicySpec, ValidateNetworkPolicyPort, ValidateIPBlock
  'io.k8s.api.networking.v1.NetworkPolicySpec': { properties: { policyTypes: { maxItems: 2 } } },
  'io.k8s.api.networking.v1.NetworkPolicyPort': {
    properties: { port: ref('port-or-name'), endPort: ref('port') },
    if: { required: ['endPort'], properties: { endPort: { type: 'integer' } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['port'], properties: { port: { type: 'integer' } } },
  },
  'io.k8s.api.networking.v1.IPBlock': { properties: { cidr: ref('cidr'), except: listOf(ref('cidr')) } },
  // ValidateIngress, validateIngressRules, validateHTTPIngressPath, validateIngressBackend
  'io.k8s.api.networking.v1.IngressRule': { properties: { host: ref('dns-wildcard') } },
  'io.k8s.api.networking.v1.Ingress': spec,
  'io.k8s.api.networking.v1.IngressSpec': {
    properties: { ingressClassName: ref('dns-subdomain') },
    if: holds('rules'),
    else: { required: ['defaultBackend'], properties: { defaultBackend: { type: 'object' } } },
  },
  'io.k8s.api.networking.v1.HTTPIngressRuleValue': { properties: { paths: { minItems: 1 } } },
  'io.k8s.api.networking.v1.HTTPIngressPath': {
    properties: { path: ref('absolute-path') },
    if: { properties: { pathType: { enum: ['Exact', 'Prefix'] } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { required: ['path'], properties: { path: ref('clean-path') } },
  },
  'io.k8s.api.networking.v1.IngressTLS': { properties: { secretName: ref('dns-subdomain-or-empty') } },
  'io.k8s.api.networking.v1.IngressBackend': {
    maxProperties: 1,
    ...oneIsThere('a backend with a service or a resource', 'service', 'resource'),
  },
  'io.k8s.api.networking.v1.IngressServiceBackend': {
    required: ['name', 'port'],
    properties: { name: ref('dns-label') },
  },
  'io.k8s.api.networking.v1.ServiceBackendPort': {
    properties: { name: ref('port-name'), number: ref('port') },
    minProperties: 1,
    maxProperties: 1,
  },
  // policy/validation/validation.go ValidatePodDisruptionBudgetSpec
  'io.k8s.api.policy.v1.PodDisruptionBudgetSpec': {
    properties: { minAvailable: ref('count-or-percent'), maxUnavailable: ref('count-or-percent') },
    not: {
      required: ['minAvailable', 'maxUnavailable'],
      properties: { minAvailable: { type: ['integer', 'string'] }, maxUnavailable: { type: ['integer', 'string'] } },
    },
  },
  // rbac/validation/validation.go; rbac/v1/defaults.go fills in an absent apiGroup
  'io.k8s.api.rbac.v1.RoleRef': {
    ...roleRef,
    properties: { ...roleRef.properties, kind: { enum: ['Role', 'ClusterRole'] }, name: ref('path-segment') },
  },
  'io.k8s.api.rbac.v1.Subject': {
    properties: { kind: { enum: ['ServiceAccount', 'User', 'Group'] }, name: ref('non-empty') },
    if: { properties: { kind: { const: 'ServiceAccount' } } },
    // biome-ignore lint/suspicious/noThenProperty: a keyword of JSON Schema
    then: { properties: { name: ref('dns-subdomain') } },
  },
  // ValidatePolicyRule
  'io.k8s.api.rbac.v1.PolicyRule': {
    properties: { verbs: { minItems: 1 } },
    if: holds('nonResourceURLs'),
    else: {
      required: ['apiGroups', 'resources'],
      properties: { apiGroups: { type: 'array', minItems: 1 }, resources: { type: 'array', minItems: 1 } },
    },
  },
  // autoscaling/validation/validation.go validateHorizontalPodAutoscalerSpec
  'io.k8s.api.autoscaling.v2.CrossVersionObjectReference': {
    properties: { kind: ref('path-segment'), name: ref('path-segment') },
  },
  'io.k8s.api.autoscaling.v1.HorizontalPodAutoscalerSpec': scaling,
  'io.k8s.api.autoscaling.v2.HorizontalPodAutoscalerSpec': scaling,
  // scheduling/v1: an absent value is 0
  'io.k8s.api.scheduling.v1.PriorityClass': { required: [], properties: { value: { maximum: 1_000_000_000 } } },
}
