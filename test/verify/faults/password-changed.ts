import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'a password of RabbitMQ that is not the one of the Secret',
  engine: 'flux',
  fails: ['queues-alive'],
  at: /^Pod\/rabbitmq-/,
  quotes: /ACCESS_REFUSED/,
  make: async ({ world }) => {
    const { password } = world.login
    world.login.password = 'another'
    return () => {
      world.login.password = password
    }
  },
}
