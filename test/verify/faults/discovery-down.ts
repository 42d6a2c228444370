import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'an endpoint that is down: discovery',
  engine: 'flux',
  fails: ['discovery-answers', 'designer-answers', 'front-door-answers'],
  at: /^Pod\/discovery-/,
  quotes: /GET \/ngsi9\/status at port 8090 gets no answer/,
  make: async ({ world }) => {
    world.down.add('discovery')
    return () => void world.down.delete('discovery')
  },
}
