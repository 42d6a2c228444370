import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'an endpoint that is down: RabbitMQ',
  engine: 'flux',
  fails: ['queues-alive'],
  at: /^Pod\/rabbitmq-/,
  quotes: /RabbitMQ at port 5672/,
  make: async ({ world }) => {
    world.down.add('rabbitmq')
    return () => void world.down.delete('rabbitmq')
  },
}
