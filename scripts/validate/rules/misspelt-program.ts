import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn } from '../read/container.ts'
import { at, type Field, items, pathOf, text } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { runs } from '../read/program.ts'
import { nearest } from '../read/suggest.ts'

/** Programs that a command line of these images begins with. */
const programs: readonly { readonly image: RegExp; readonly names: readonly string[] }[] = [
  {
    image: /^busybox$/,
    names: ['sh', 'ash', 'awk', 'cat', 'cp', 'httpd', 'nc', 'nslookup', 'rm', 'sleep', 'test', 'wget'],
  },
  { image: /^nginx/, names: ['nginx', 'nginx-debug', 'sh', 'bash'] },
  {
    image: /^rabbitmq$/,
    names: [
      'rabbitmq-server',
      'rabbitmq-diagnostics',
      'rabbitmqctl',
      'rabbitmq-plugins',
      'rabbitmqadmin',
      'sh',
      'bash',
    ],
  },
]

export const misspeltProgram = {
  id: 'misspelt-program',
  severity: 'error',
  scope: 'resource',
  summary: 'The command of a container or of a probe in it is not nearly, but not quite, a program of its image.',
  why: 'The container cannot start ("executable file not found"), or the probe fails for ever and restarts it without end.',
  fix: 'write the name of the program as the image has it',
  kinds: podKinds,
  *check(resource) {
    for (const container of containersIn(resource))
      for (const word of firstWords(container)) {
        const name = text(word) ?? ''
        const names = programs.find(({ image }) => runs(container, image))?.names ?? []
        const near = names.includes(name) || name.startsWith('/') ? undefined : nearest(name, names, 1)
        if (near !== undefined)
          yield {
            path: pathOf(word),
            message: `the image of container "${container.name}" has no program "${name}"`,
            fix: `did you mean "${near}"?`,
          }
      }
  },
} satisfies Rule

function firstWords({ field }: Container): readonly Field[] {
  const probes = ['startupProbe', 'readinessProbe', 'livenessProbe'].map(probe => at(field, probe))
  const hooks = ['postStart', 'preStop'].map(hook => at(field, 'lifecycle', hook))
  const commands = [field, ...[...probes, ...hooks].map(holder => at(holder, 'exec'))]
  return commands.flatMap(holder => items(holder, 'command').slice(0, 1))
}
