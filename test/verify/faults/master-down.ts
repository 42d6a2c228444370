import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'an endpoint that is down: master',
  engine: 'flux',
  fails: ['designer-answers', 'master-answers'],
  at: /^Pod\/master-/,
  quotes: /an empty list/,
  make: async ({ world }) => {
    world.down.add('master')
    return () => void world.down.delete('master')
  },
}
