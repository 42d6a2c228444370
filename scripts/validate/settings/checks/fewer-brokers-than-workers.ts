import type { SettingsCheck } from '../settings-check.ts'

/** A subscription can only be removed at the shard that has it, so worker i stays with shard i. */
export const fewerBrokersThanWorkers = {
  code: 'fewer-brokers-than-workers',
  severity: 'error',
  *check({ settings: { broker, worker } }) {
    if (broker.replicas >= worker.replicas) return
    const message = `broker.replicas is ${broker.replicas} and worker.replicas is ${worker.replicas}: worker ${broker.replicas} has no broker`
    yield {
      path: ['broker', 'replicas'],
      message,
      fix: `write broker.replicas: ${worker.replicas} or more, or leave it out`,
    }
  },
} satisfies SettingsCheck
