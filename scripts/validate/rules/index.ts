// Made from the files of this folder by `npx vitest run -u scripts/validate/rules.test.ts`.
import type { Rule } from '../../model/rule.ts'
import { containerWithoutImage } from './container-without-image.ts'
import { danglingAdmissionPolicyBinding } from './dangling-admission-policy-binding.ts'
import { danglingClass } from './dangling-class.ts'
import { danglingConfigmap } from './dangling-configmap.ts'
import { danglingHorizontalpodautoscaler } from './dangling-horizontalpodautoscaler.ts'
import { danglingIngress } from './dangling-ingress.ts'
import { danglingNetworkpolicy } from './dangling-networkpolicy.ts'
import { danglingNetworkpolicypeerNamespaceselector } from './dangling-networkpolicypeer-namespaceselector.ts'
import { danglingNetworkpolicypeerPodselector } from './dangling-networkpolicypeer-podselector.ts'
import { danglingPersistentvolumeclaim } from './dangling-persistentvolumeclaim.ts'
import { danglingPodAffinity } from './dangling-pod-affinity.ts'
import { danglingPoddisruptionbudget } from './dangling-poddisruptionbudget.ts'
import { danglingRolebinding } from './dangling-rolebinding.ts'
import { danglingSecret } from './dangling-secret.ts'
import { danglingService } from './dangling-service.ts'
import { danglingVolumeMount } from './dangling-volume-mount.ts'
import { duplicateEnvVar } from './duplicate-env-var.ts'
import { duplicateName } from './duplicate-name.ts'
import { mismatchingSelector } from './mismatching-selector.ts'
import { networkpolicyPort } from './networkpolicy-port.ts'
import { nonExistentNamespace } from './non-existent-namespace.ts'
import { nonExistentServiceAccount } from './non-existent-service-account.ts'
import { probePort } from './probe-port.ts'
import { serverOwnedField } from './server-owned-field.ts'
import { serviceTargetPort } from './service-target-port.ts'
import { spreadSelectsOwnPods } from './spread-selects-own-pods.ts'
import { statefulsetService } from './statefulset-service.ts'
import { unusedVolume } from './unused-volume.ts'

export const rules: readonly Rule[] = [
  containerWithoutImage,
  danglingAdmissionPolicyBinding,
  danglingClass,
  danglingConfigmap,
  danglingHorizontalpodautoscaler,
  danglingIngress,
  danglingNetworkpolicy,
  danglingNetworkpolicypeerNamespaceselector,
  danglingNetworkpolicypeerPodselector,
  danglingPersistentvolumeclaim,
  danglingPodAffinity,
  danglingPoddisruptionbudget,
  danglingRolebinding,
  danglingSecret,
  danglingService,
  danglingVolumeMount,
  duplicateEnvVar,
  duplicateName,
  mismatchingSelector,
  networkpolicyPort,
  nonExistentNamespace,
  nonExistentServiceAccount,
  probePort,
  serverOwnedField,
  serviceTargetPort,
  spreadSelectsOwnPods,
  statefulsetService,
  unusedVolume,
]
