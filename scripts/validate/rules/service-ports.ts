import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, isSet, items, number, pathOf, text } from '../read/field.ts'

export const servicePorts = {
  id: 'service-ports',
  severity: 'error',
  scope: 'resource',
  summary: 'Each port of a Service has a number of its own, and a name where there are several.',
  why: 'The API server refuses the Service ("Duplicate value", "name: Required value"); entries that two patches add are merged by number and protocol.',
  fix: 'give each port a name and a number of its own',
  kinds: ['Service'],
  *check(resource) {
    const ports = items(fieldOf(resource, 'spec'), 'ports')
    const seen = new Set<string>()
    for (const port of ports) {
      const key = `${number(port, 'port')}/${text(port, 'protocol') ?? 'TCP'}`
      if (seen.has(key)) yield { path: pathOf(port, 'port'), message: `there are two entries for port ${key}` }
      seen.add(key)
      if (ports.length > 1 && !isSet(at(port, 'name')))
        yield { path: pathOf(port), message: `port ${key} has no name, and the Service has ${ports.length} ports` }
    }
  },
} satisfies Rule
