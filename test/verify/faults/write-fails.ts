import type { Fault } from '../fault.ts'

const request = 'broker POST /ngsi10/updateContext'

export const fault: Fault = {
  title: 'a write path that fails',
  engine: 'flux',
  fails: ['entity-written'],
  at: /^Pod\/nginx-/,
  quotes: /POST \/ngsi10\/updateContext at port 8080 is answered with nothing, status 500/,
  options: { write: true },
  make: async ({ world }) => {
    world.broken.set(request, 500)
    return () => void world.broken.delete(request)
  },
}
