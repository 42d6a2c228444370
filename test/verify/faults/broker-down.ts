import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'an endpoint that is down: a broker shard',
  engine: 'flux',
  fails: ['broker-answers', 'front-door-answers'],
  at: /^Pod\/broker-0/,
  quotes: /GET \/version at port 8070 gets no answer/,
  make: async ({ world }) => {
    world.down.add('broker')
    return () => void world.down.delete('broker')
  },
}
