// Made from the files of this folder by `npx vitest run -u scripts/import/detect.test.ts`.
import type { Detector } from '../defect.ts'
import { clusterScopedNamespace } from './cluster-scoped-namespace.ts'
import { configAddressResolves } from './config-address-resolves.ts'
import { configBrokerAddress } from './config-broker-address.ts'
import { configChangeRollsPods } from './config-change-rolls-pods.ts'
import { configRequiredKey } from './config-required-key.ts'
import { configUnreadKey } from './config-unread-key.ts'
import { crossSiteReachability } from './cross-site-reachability.ts'
import { dangerousRoute } from './dangerous-route.ts'
import { dockerSocket } from './docker-socket.ts'
import { endOfLifeImage } from './end-of-life-image.ts'
import { exposedService } from './exposed-service.ts'
import { hardCodedAddress } from './hard-coded-address.ts'
import { literalCredential } from './literal-credential.ts'
import { mutableImageTag } from './mutable-image-tag.ts'
import { namespaceConsistency } from './namespace-consistency.ts'
import { networkPolicyRequired } from './network-policy-required.ts'
import { objectNotKept } from './object-not-kept.ts'
import { pid1Signal } from './pid1-signal.ts'
import { podSecurity } from './pod-security.ts'
import { portAgreement } from './port-agreement.ts'
import { portNotKept } from './port-not-kept.ts'
import { portWithoutListener } from './port-without-listener.ts'
import { probesRequired } from './probes-required.ts'
import { pvHostpath } from './pv-hostpath.ts'
import { pvcBinding } from './pvc-binding.ts'
import { rbacDefaultServiceaccount } from './rbac-default-serviceaccount.ts'
import { rbacLeastPrivilege } from './rbac-least-privilege.ts'
import { rbacNeededByWorker } from './rbac-needed-by-worker.ts'
import { releaseConfigAgreement } from './release-config-agreement.ts'
import { resourcesRequired } from './resources-required.ts'
import { serverOwnedField } from './server-owned-field.ts'
import { settingNotKept } from './setting-not-kept.ts'
import { singletonReplicas } from './singleton-replicas.ts'
import { singletonStrategy } from './singleton-strategy.ts'
import { startOrder } from './start-order.ts'
import { stateWithoutVolume } from './state-without-volume.ts'
import { taskNamespaceIsolation } from './task-namespace-isolation.ts'
import { tokenAutomount } from './token-automount.ts'

export const detectors: readonly Detector[] = [
  clusterScopedNamespace,
  configAddressResolves,
  configBrokerAddress,
  configChangeRollsPods,
  configRequiredKey,
  configUnreadKey,
  crossSiteReachability,
  dangerousRoute,
  dockerSocket,
  endOfLifeImage,
  exposedService,
  hardCodedAddress,
  literalCredential,
  mutableImageTag,
  namespaceConsistency,
  networkPolicyRequired,
  objectNotKept,
  pid1Signal,
  podSecurity,
  portAgreement,
  portNotKept,
  portWithoutListener,
  probesRequired,
  pvHostpath,
  pvcBinding,
  rbacDefaultServiceaccount,
  rbacLeastPrivilege,
  rbacNeededByWorker,
  releaseConfigAgreement,
  resourcesRequired,
  serverOwnedField,
  settingNotKept,
  singletonReplicas,
  singletonStrategy,
  startOrder,
  stateWithoutVolume,
  taskNamespaceIsolation,
  tokenAutomount,
]
