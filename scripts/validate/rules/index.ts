// Made from the files of this folder by `npx vitest run scripts/validate/rules.test.ts -u`.
import type { Rule } from '../../model/rule.ts'
import { accessToCreatePods } from './access-to-create-pods.ts'
import { accessToSecrets } from './access-to-secrets.ts'
import { addressPortCollision } from './address-port-collision.ts'
import { admissionPolicyScope } from './admission-policy-scope.ts'
import { admissionPolicyVersion } from './admission-policy-version.ts'
import { autoscalerBounds } from './autoscaler-bounds.ts'
import { bindingWithoutSubjects } from './binding-without-subjects.ts'
import { blockingDisruptionBudget } from './blocking-disruption-budget.ts'
import { brokerShardAddress } from './broker-shard-address.ts'
import { brokerStartupProbe } from './broker-startup-probe.ts'
import { celExpression } from './cel-expression.ts'
import { claimTemplateType } from './claim-template-type.ts'
import { clusterAdminRoleBinding } from './cluster-admin-role-binding.ts'
import { clusterScopedNamespace } from './cluster-scoped-namespace.ts'
import { commandWithoutProgram } from './command-without-program.ts'
import { configAddressResolves } from './config-address-resolves.ts'
import { configAdvertisedAddress } from './config-advertised-address.ts'
import { configBrokerAddress } from './config-broker-address.ts'
import { configChangeRollsPods } from './config-change-rolls-pods.ts'
import { configMounted } from './config-mounted.ts'
import { configPort } from './config-port.ts'
import { configPortAgreement } from './config-port-agreement.ts'
import { configServiceAddress } from './config-service-address.ts'
import { configSiteAgreement } from './config-site-agreement.ts'
import { containerWithoutImage } from './container-without-image.ts'
import { credentialDrift } from './credential-drift.ts'
import { cronSchedule } from './cron-schedule.ts'
import { crossSiteReachability } from './cross-site-reachability.ts'
import { dangerousCapabilities } from './dangerous-capabilities.ts'
import { dangerousRoute } from './dangerous-route.ts'
import { danglingAdmissionPolicy } from './dangling-admission-policy.ts'
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
import { defaultServiceAccount } from './default-service-account.ts'
import { deprecatedField } from './deprecated-field.ts'
import { designerNotReadyAddresses } from './designer-not-ready-addresses.ts'
import { dockerSock } from './docker-sock.ts'
import { downwardApiField } from './downward-api-field.ts'
import { dropAllCapabilities } from './drop-all-capabilities.ts'
import { duplicateEnvVar } from './duplicate-env-var.ts'
import { duplicateName } from './duplicate-name.ts'
import { duplicateObject } from './duplicate-object.ts'
import { edgeReachesCloud } from './edge-reaches-cloud.ts'
import { egressPermitted } from './egress-permitted.ts'
import { emptyAffinity } from './empty-affinity.ts'
import { endOfLifeImage } from './end-of-life-image.ts'
import { envVarWithoutValue } from './env-var-without-value.ts'
import { exactlyOneOf } from './exactly-one-of.ts'
import { execWithoutShell } from './exec-without-shell.ts'
import { exposedService } from './exposed-service.ts'
import { generatedNameLength } from './generated-name-length.ts'
import { hardCodedAddress } from './hard-coded-address.ts'
import { headlessServicePort } from './headless-service-port.ts'
import { hostIpc } from './host-ipc.ts'
import { hostNetwork } from './host-network.ts'
import { hostPid } from './host-pid.ts'
import { hostPort } from './host-port.ts'
import { ingressTlsHost } from './ingress-tls-host.ts'
import { instanceIdentity } from './instance-identity.ts'
import { ipBlockException } from './ip-block-exception.ts'
import { literalCredential } from './literal-credential.ts'
import { malformedExpectation } from './malformed-expectation.ts'
import { misalignedCidr } from './misaligned-cidr.ts'
import { mismatchingSelector } from './mismatching-selector.ts'
import { missingField } from './missing-field.ts'
import { missingMountedFile } from './missing-mounted-file.ts'
import { misspeltImage } from './misspelt-image.ts'
import { misspeltNginxDirective } from './misspelt-nginx-directive.ts'
import { misspeltProgram } from './misspelt-program.ts'
import { misspeltWellKnownLabel } from './misspelt-well-known-label.ts'
import { mixedImageTags } from './mixed-image-tags.ts'
import { mutableImageTag } from './mutable-image-tag.ts'
import { namespaceConsistency } from './namespace-consistency.ts'
import { networkPolicyAnyPort } from './network-policy-any-port.ts'
import { networkPolicyDns } from './network-policy-dns.ts'
import { networkPolicyOpenPeer } from './network-policy-open-peer.ts'
import { networkPolicyPeer } from './network-policy-peer.ts'
import { networkPolicyRequired } from './network-policy-required.ts'
import { networkPolicyServiceCidr } from './network-policy-service-cidr.ts'
import { networkPolicyTypes } from './network-policy-types.ts'
import { networkpolicyPort } from './networkpolicy-port.ts'
import { nginxInclude } from './nginx-include.ts'
import { nginxName } from './nginx-name.ts'
import { nginxSyntax } from './nginx-syntax.ts'
import { nginxVariable } from './nginx-variable.ts'
import { noGracePeriod } from './no-grace-period.ts'
import { noReadOnlyRootFs } from './no-read-only-root-fs.ts'
import { noReplicas } from './no-replicas.ts'
import { nodePort } from './node-port.ts'
import { nonExistentNamespace } from './non-existent-namespace.ts'
import { nonExistentServiceAccount } from './non-existent-service-account.ts'
import { nonRootImage } from './non-root-image.ts'
import { overlappingDisruptionBudget } from './overlapping-disruption-budget.ts'
import { overlappingSelector } from './overlapping-selector.ts'
import { parallelPodManagement } from './parallel-pod-management.ts'
import { pdbUnhealthyPodEvictionPolicy } from './pdb-unhealthy-pod-eviction-policy.ts'
import { pid1Signal } from './pid1-signal.ts'
import { podSecurityAdmission } from './pod-security-admission.ts'
import { podSecurityLevel } from './pod-security-level.ts'
import { podSecurityRequired } from './pod-security-required.ts'
import { poolToleration } from './pool-toleration.ts'
import { portWithoutListener } from './port-without-listener.ts'
import { prestopWithinGracePeriod } from './prestop-within-grace-period.ts'
import { privilegeEscalationContainer } from './privilege-escalation-container.ts'
import { privilegedContainer } from './privileged-container.ts'
import { probeEndpoint } from './probe-endpoint.ts'
import { probePort } from './probe-port.ts'
import { probeSuccessThreshold } from './probe-success-threshold.ts'
import { probesRequired } from './probes-required.ts'
import { pvHostpath } from './pv-hostpath.ts'
import { pvcBinding } from './pvc-binding.ts'
import { quotaWithoutDefault } from './quota-without-default.ts'
import { rabbitmqDefaultUser } from './rabbitmq-default-user.ts'
import { rbacDefaultServiceaccount } from './rbac-default-serviceaccount.ts'
import { rbacEscalation } from './rbac-escalation.ts'
import { rbacLeastPrivilege } from './rbac-least-privilege.ts'
import { releaseConfigAgreement } from './release-config-agreement.ts'
import { repeatedArgument } from './repeated-argument.ts'
import { requestAboveLimit } from './request-above-limit.ts'
import { resourcesRequired } from './resources-required.ts'
import { restartPolicy } from './restart-policy.ts'
import { rolloutStrategy } from './rollout-strategy.ts'
import { rootGroup } from './root-group.ts'
import { runAsNonRoot } from './run-as-non-root.ts'
import { securityContextRequired } from './security-context-required.ts'
import { sensitiveHostMounts } from './sensitive-host-mounts.ts'
import { serverOwnedField } from './server-owned-field.ts'
import { servicePorts } from './service-ports.ts'
import { serviceTargetPort } from './service-target-port.ts'
import { shardService } from './shard-service.ts'
import { sharedLoadBalancerAddress } from './shared-load-balancer-address.ts'
import { shellVariable } from './shell-variable.ts'
import { singletonDisruptionBudget } from './singleton-disruption-budget.ts'
import { singletonReplicas } from './singleton-replicas.ts'
import { singletonStrategy } from './singleton-strategy.ts'
import { spreadSelectsOwnPods } from './spread-selects-own-pods.ts'
import { stableVersion } from './stable-version.ts'
import { startOrder } from './start-order.ts'
import { startOrderAddress } from './start-order-address.ts'
import { startOrderCycle } from './start-order-cycle.ts'
import { stateWithoutVolume } from './state-without-volume.ts'
import { statefulsetService } from './statefulset-service.ts'
import { storeOfRelease } from './store-of-release.ts'
import { subjectNamespace } from './subject-namespace.ts'
import { taskBrokerAddress } from './task-broker-address.ts'
import { taskDefaultAccount } from './task-default-account.ts'
import { taskNamespaceIsolation } from './task-namespace-isolation.ts'
import { taskNamespaceShared } from './task-namespace-shared.ts'
import { taskPodSecurity } from './task-pod-security.ts'
import { taskPortRange } from './task-port-range.ts'
import { taskQuota } from './task-quota.ts'
import { tokenAutomount } from './token-automount.ts'
import { tolerationWithoutKey } from './toleration-without-key.ts'
import { tolerationWithoutValue } from './toleration-without-value.ts'
import { unconfinedProfile } from './unconfined-profile.ts'
import { unfilledPlaceholder } from './unfilled-placeholder.ts'
import { unknownRabbitmqVariable } from './unknown-rabbitmq-variable.ts'
import { unknownRbacVerb } from './unknown-rbac-verb.ts'
import { unknownRelease } from './unknown-release.ts'
import { unknownValue } from './unknown-value.ts'
import { unmountedPath } from './unmounted-path.ts'
import { unsafeProcMount } from './unsafe-proc-mount.ts'
import { unsafeSysctls } from './unsafe-sysctls.ts'
import { unsetEnvReference } from './unset-env-reference.ts'
import { unusedServiceAccount } from './unused-service-account.ts'
import { unusedVolume } from './unused-volume.ts'
import { urlEndpoint } from './url-endpoint.ts'
import { urlResolves } from './url-resolves.ts'
import { useNamespace } from './use-namespace.ts'
import { wildcardInRules } from './wildcard-in-rules.ts'
import { workerEngine } from './worker-engine.ts'
import { workerGracePeriod } from './worker-grace-period.ts'
import { workerHostPath } from './worker-host-path.ts'
import { workerTaskNamespace } from './worker-task-namespace.ts'
import { workerToken } from './worker-token.ts'
import { writablePath } from './writable-path.ts'

export const rules: readonly Rule[] = [
  accessToCreatePods,
  accessToSecrets,
  addressPortCollision,
  admissionPolicyScope,
  admissionPolicyVersion,
  autoscalerBounds,
  bindingWithoutSubjects,
  blockingDisruptionBudget,
  brokerShardAddress,
  brokerStartupProbe,
  celExpression,
  claimTemplateType,
  clusterAdminRoleBinding,
  clusterScopedNamespace,
  commandWithoutProgram,
  configAddressResolves,
  configAdvertisedAddress,
  configBrokerAddress,
  configChangeRollsPods,
  configMounted,
  configPort,
  configPortAgreement,
  configServiceAddress,
  configSiteAgreement,
  containerWithoutImage,
  credentialDrift,
  cronSchedule,
  crossSiteReachability,
  dangerousCapabilities,
  dangerousRoute,
  danglingAdmissionPolicy,
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
  defaultServiceAccount,
  deprecatedField,
  designerNotReadyAddresses,
  dockerSock,
  downwardApiField,
  dropAllCapabilities,
  duplicateEnvVar,
  duplicateName,
  duplicateObject,
  edgeReachesCloud,
  egressPermitted,
  emptyAffinity,
  endOfLifeImage,
  envVarWithoutValue,
  exactlyOneOf,
  execWithoutShell,
  exposedService,
  generatedNameLength,
  hardCodedAddress,
  headlessServicePort,
  hostIpc,
  hostNetwork,
  hostPid,
  hostPort,
  ingressTlsHost,
  instanceIdentity,
  ipBlockException,
  literalCredential,
  malformedExpectation,
  misalignedCidr,
  mismatchingSelector,
  missingField,
  missingMountedFile,
  misspeltImage,
  misspeltNginxDirective,
  misspeltProgram,
  misspeltWellKnownLabel,
  mixedImageTags,
  mutableImageTag,
  namespaceConsistency,
  networkPolicyAnyPort,
  networkPolicyDns,
  networkPolicyOpenPeer,
  networkPolicyPeer,
  networkPolicyRequired,
  networkPolicyServiceCidr,
  networkPolicyTypes,
  networkpolicyPort,
  nginxInclude,
  nginxName,
  nginxSyntax,
  nginxVariable,
  noGracePeriod,
  noReadOnlyRootFs,
  noReplicas,
  nodePort,
  nonExistentNamespace,
  nonExistentServiceAccount,
  nonRootImage,
  overlappingDisruptionBudget,
  overlappingSelector,
  parallelPodManagement,
  pdbUnhealthyPodEvictionPolicy,
  pid1Signal,
  podSecurityAdmission,
  podSecurityLevel,
  podSecurityRequired,
  poolToleration,
  portWithoutListener,
  prestopWithinGracePeriod,
  privilegeEscalationContainer,
  privilegedContainer,
  probeEndpoint,
  probePort,
  probeSuccessThreshold,
  probesRequired,
  pvHostpath,
  pvcBinding,
  quotaWithoutDefault,
  rabbitmqDefaultUser,
  rbacDefaultServiceaccount,
  rbacEscalation,
  rbacLeastPrivilege,
  releaseConfigAgreement,
  repeatedArgument,
  requestAboveLimit,
  resourcesRequired,
  restartPolicy,
  rolloutStrategy,
  rootGroup,
  runAsNonRoot,
  securityContextRequired,
  sensitiveHostMounts,
  serverOwnedField,
  servicePorts,
  serviceTargetPort,
  shardService,
  sharedLoadBalancerAddress,
  shellVariable,
  singletonDisruptionBudget,
  singletonReplicas,
  singletonStrategy,
  spreadSelectsOwnPods,
  stableVersion,
  startOrder,
  startOrderAddress,
  startOrderCycle,
  stateWithoutVolume,
  statefulsetService,
  storeOfRelease,
  subjectNamespace,
  taskBrokerAddress,
  taskDefaultAccount,
  taskNamespaceIsolation,
  taskNamespaceShared,
  taskPodSecurity,
  taskPortRange,
  taskQuota,
  tokenAutomount,
  tolerationWithoutKey,
  tolerationWithoutValue,
  unconfinedProfile,
  unfilledPlaceholder,
  unknownRabbitmqVariable,
  unknownRbacVerb,
  unknownRelease,
  unknownValue,
  unmountedPath,
  unsafeProcMount,
  unsafeSysctls,
  unsetEnvReference,
  unusedServiceAccount,
  unusedVolume,
  urlEndpoint,
  urlResolves,
  useNamespace,
  wildcardInRules,
  workerEngine,
  workerGracePeriod,
  workerHostPath,
  workerTaskNamespace,
  workerToken,
  writablePath,
]
