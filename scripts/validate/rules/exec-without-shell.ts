import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { items, pathOf, text } from '../read/field.ts'
import { mountAt } from '../read/mount.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent } from '../read/program.ts'

const places = [
  ['startupProbe'],
  ['readinessProbe'],
  ['livenessProbe'],
  ['lifecycle', 'preStop'],
  ['lifecycle', 'postStart'],
]

export const execWithoutShell = {
  id: 'exec-without-shell',
  severity: 'error',
  scope: 'resource',
  summary: 'Nothing is executed in discovery, broker, master or worker but what a volume brings.',
  why: 'Their images hold one program and nothing else, no shell either (FROM scratch): such a probe fails for ever, and a hook fails the container.',
  fix: 'ask over HTTP, or mount the program',
  kinds: podKinds,
  *check(resource) {
    for (const container of containersIn(resource)) {
      const component = fogflowComponent(container)
      for (const place of component && component !== 'designer' ? places : []) {
        const [program] = items(container.field, ...place, 'exec', 'command')
        const path = program && text(program)
        if (!program || path === undefined || (path.startsWith('/') && mountAt(container, path))) continue
        yield { path: pathOf(program), message: `the image of ${component} has no "${path}"` }
      }
    }
  },
} satisfies Rule
