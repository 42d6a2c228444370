import type { SettingsCheck } from '../settings-check.ts'
import { argocdTarget } from './argocd-target.ts'
import { brokerAddresses } from './broker-addresses.ts'
import { clusterName } from './cluster-name.ts'
import { derivedFeature } from './derived-feature.ts'
import { duplicateAddress } from './duplicate-address.ts'
import { duplicateSiteId } from './duplicate-site-id.ts'
import { fewerBrokersThanWorkers } from './fewer-brokers-than-workers.ts'
import { heldValue } from './held-value.ts'
import { invalidAddress } from './invalid-address.ts'
import { keyWithoutEffect } from './key-without-effect.ts'
import { kubernetesVersion } from './kubernetes-version.ts'
import { missingAddress } from './missing-address.ts'
import { reservedNamespace } from './reserved-namespace.ts'
import { secretProvider } from './secret-provider.ts'
import { sharedDestination } from './shared-destination.ts'
import { taintSyntax } from './taint-syntax.ts'
import { tasksNeedDocker } from './tasks-need-docker.ts'
import { topologyRole } from './topology-role.ts'
import { unfitFeature } from './unfit-feature.ts'
import { unknownCloud } from './unknown-cloud.ts'
import { unknownFeature } from './unknown-feature.ts'
import { unprovenImage } from './unproven-image.ts'

/** Every check of this folder; a test holds the list against the folder. */
export const checks: readonly SettingsCheck[] = [
  argocdTarget,
  brokerAddresses,
  clusterName,
  derivedFeature,
  duplicateAddress,
  duplicateSiteId,
  fewerBrokersThanWorkers,
  heldValue,
  invalidAddress,
  keyWithoutEffect,
  kubernetesVersion,
  missingAddress,
  reservedNamespace,
  secretProvider,
  sharedDestination,
  taintSyntax,
  tasksNeedDocker,
  topologyRole,
  unfitFeature,
  unknownCloud,
  unknownFeature,
  unprovenImage,
]
