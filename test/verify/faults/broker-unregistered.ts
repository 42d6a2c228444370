import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'a broker that discovery has lost',
  engine: 'flux',
  fails: ['designer-answers', 'discovery-answers'],
  at: /^Pod\/discovery-/,
  quotes: /without Broker\.901\.broker-0/,
  make: async ({ world }) => {
    world.brokers.clear()
    return () => void world.brokers.add('Broker.901.broker-0')
  },
}
