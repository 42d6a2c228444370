import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'a queue from which nobody consumes',
  engine: 'flux',
  fails: ['queues-alive'],
  at: /^Deployment\/designer$/,
  quotes: /nobody consumes from queue "fogflow-designer"/,
  make: async ({ world }) => {
    world.queues.set('fogflow-designer', 0)
    return () => void world.queues.set('fogflow-designer', 1)
  },
}
