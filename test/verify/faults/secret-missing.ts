import { create, read, remove } from '../../cluster/api/objects.ts'
import type { Fault } from '../fault.ts'

const reference = { apiVersion: 'v1', kind: 'Secret', namespace: 'fogflow', name: 'rabbitmq' }

export const fault: Fault = {
  title: 'a Secret of RabbitMQ that is gone',
  engine: 'flux',
  fails: ['queues-alive'],
  at: /^Secret\/rabbitmq$/,
  quotes: /no Secret "rabbitmq"/,
  make: async ({ api }) => {
    const secret = await read(api, reference)
    await remove(api, reference)
    const { name, namespace } = reference
    return async () =>
      void (await create(api, { apiVersion: 'v1', kind: 'Secret', metadata: { name, namespace }, data: secret?.data }))
  },
}
