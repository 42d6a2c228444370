import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'a worker that master does not know',
  engine: 'flux',
  fails: ['designer-answers', 'master-answers'],
  at: /^Pod\/master-/,
  quotes: /without Worker\.901\.worker-0/,
  make: async ({ world }) => {
    world.workers.clear()
    return () => void world.workers.add('Worker.901.worker-0')
  },
}
