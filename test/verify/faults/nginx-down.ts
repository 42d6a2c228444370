import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'an endpoint that is down: the front door',
  engine: 'flux',
  fails: ['front-door-answers'],
  at: /^Pod\/nginx-/,
  quotes: /gets no answer/,
  make: async ({ world }) => {
    world.down.add('nginx')
    return () => void world.down.delete('nginx')
  },
}
