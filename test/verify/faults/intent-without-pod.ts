import type { Fault } from '../fault.ts'

const request = 'designer POST /fogfunction'

export const fault: Fault = {
  title: 'a designer that takes no fog function',
  engine: 'flux',
  fails: ['intent-runs'],
  at: /^Pod\/designer-/,
  quotes: /POST \/fogfunction at port 8080 is answered with nothing, status 500/,
  options: { intent: true },
  make: async ({ world }) => {
    world.broken.set(request, 500)
    return () => void world.broken.delete(request)
  },
}
