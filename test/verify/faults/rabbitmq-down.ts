import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'an endpoint that is down: RabbitMQ',
  fails: ['queues-alive'],
  at: /^Pod\/rabbitmq-/,
  quotes: /RabbitMQ at port 5672/,
  make: async ({ world }) => {
    world.down.add('rabbitmq')
    return () => void world.down.delete('rabbitmq')
  },
}
