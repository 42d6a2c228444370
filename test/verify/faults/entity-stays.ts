import type { Fault } from '../fault.ts'

export const fault: Fault = {
  title: 'a test entity that cannot be removed',
  engine: 'flux',
  fails: ['entity-written'],
  at: /^Pod\/broker-0$/,
  quotes: /is still there after DELETE/,
  options: { write: true },
  make: async ({ world }) => {
    world.isKeeping = true
    return () => {
      world.isKeeping = false
      for (const shard of world.shards.values()) shard.clear()
    }
  },
}
