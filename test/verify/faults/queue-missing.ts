import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'a queue that is not there: the worker has lost RabbitMQ and looks alive',
  engine: 'flux',
  fails: ['queues-alive'],
  at: /^StatefulSet\/worker$/,
  quotes: /no queue "Worker\.901\.worker-0"/,
  make: async ({ world }) => {
    world.queues.delete('Worker.901.worker-0')
    return () => void world.queues.set('Worker.901.worker-0', 1)
  },
}
