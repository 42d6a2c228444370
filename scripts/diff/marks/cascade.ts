/** What FogFlow's components lose with a restart, and who has to restart after them to find one another again. */
interface Restart {
  readonly loses: string
  readonly others: readonly string[]
}

/**
 * FogFlow keeps its state in memory and registers nobody twice (discovery/fastDiscovery.go, broker/thinBroker.go,
 * master/master.go, worker/worker.go, designer/main.js; observed on release 3.2.8).
 */
const restarts: Readonly<Record<string, Restart>> = {
  rabbitmq: {
    loses: 'the connections of its clients, which never dial again',
    others: ['worker', 'master', 'designer'],
  },
  discovery: {
    loses: 'all registrations and subscriptions',
    others: ['broker', 'worker', 'master', 'designer'],
  },
  broker: { loses: 'its entities and subscriptions', others: ['worker', 'master', 'designer'] },
  worker: { loses: 'its tasks, which nobody starts again', others: ['master', 'designer'] },
  master: { loses: 'all intents and plans', others: ['worker', 'designer'] },
  designer: {
    loses: 'nothing, but sends all intents once more, which doubles running tasks',
    others: ['worker', 'master'],
  },
}

/** The sentence for a component; undefined for one that no other one depends on so. */
export function followingRestarts(component: string): string | undefined {
  const restart = Object.hasOwn(restarts, component) ? restarts[component] : undefined
  if (restart === undefined) return undefined
  const isFirst = component === 'designer'
  return `it loses ${restart.loses}: ${restart.others.join(', ')} must restart ${isFirst ? 'before' : 'after'} it`
}
