import type { Rule } from '../../model/rule.ts'
import { fieldOf, pathOf, text } from '../read/field.ts'
import { singletonOf } from '../read/singleton.ts'

export const singletonStrategy = {
  id: 'singleton-strategy',
  severity: 'error',
  scope: 'resource',
  summary: 'A Deployment of discovery, master, designer, RabbitMQ or Dgraph has the strategy Recreate.',
  why: 'With RollingUpdate, the default, two run for a while: each gets half of the registrations, intents and heartbeats (measured: 4 intents split 2 and 2); two designers overwrite one db.json, or the new one waits for its ReadWriteOnce claim for ever.',
  fix: 'write strategy: { type: Recreate }',
  kinds: ['Deployment'],
  *check(resource) {
    const singleton = singletonOf(resource)
    const type = text(fieldOf(resource, 'spec', 'strategy'), 'type')
    if (singleton === undefined || type === 'Recreate') return
    const message = `${singleton} may run only once, but the strategy is ${type ?? 'RollingUpdate, the default'}`
    const key = type === undefined ? ['strategy'] : ['strategy', 'type']
    yield { path: pathOf(fieldOf(resource, 'spec', ...key)), at: type === undefined ? 'key' : 'value', message }
  },
} satisfies Rule
