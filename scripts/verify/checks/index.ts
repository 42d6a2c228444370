// Made from the files of this folder by `npx vitest run scripts/verify/checks.test.ts -u`.
import type { Check } from '../check.ts'
import { brokerAnswers } from './broker-answers.ts'
import { checkoutCurrent } from './checkout-current.ts'
import { clusterIdentity } from './cluster-identity.ts'
import { configCurrent } from './config-current.ts'
import { designerAnswers } from './designer-answers.ts'
import { discoveryAnswers } from './discovery-answers.ts'
import { engineSynced } from './engine-synced.ts'
import { entityWritten } from './entity-written.ts'
import { frontDoorAnswers } from './front-door-answers.ts'
import { intentRuns } from './intent-runs.ts'
import { kubernetesVersion } from './kubernetes-version.ts'
import { masterAnswers } from './master-answers.ts'
import { podsPlaced } from './pods-placed.ts'
import { podsReady } from './pods-ready.ts'
import { queuesAlive } from './queues-alive.ts'
import { workloadsPresent } from './workloads-present.ts'

export const checks: readonly Check[] = [
  brokerAnswers,
  checkoutCurrent,
  clusterIdentity,
  configCurrent,
  designerAnswers,
  discoveryAnswers,
  engineSynced,
  entityWritten,
  frontDoorAnswers,
  intentRuns,
  kubernetesVersion,
  masterAnswers,
  podsPlaced,
  podsReady,
  queuesAlive,
  workloadsPresent,
]
