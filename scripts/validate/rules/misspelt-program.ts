import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, commandLine, containersIn } from '../read/container.ts'
import { at, type Field, items, pathOf, text } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { runs } from '../read/program.ts'
import { nearest } from '../read/suggest.ts'
import { findInText } from '../read/text.ts'

/** Words that a command line of these images begins with, or that a shell on it does. */
const programs: readonly { readonly image: RegExp; readonly words: string }[] = [
  { image: /^busybox$/, words: 'sh ash awk cat cp exec exit httpd mkdir nc nslookup rm sleep test wget' },
  { image: /^nginx/, words: 'nginx nginx-debug sh bash exec' },
  {
    image: /^rabbitmq$/,
    words:
      'rabbitmq-server rabbitmq-diagnostics rabbitmqctl rabbitmq-plugins rabbitmqadmin docker-entrypoint.sh sh bash exec exit rm mkdir',
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
    for (const container of containersIn(resource)) {
      const names = programs.find(({ image }) => runs(container, image))?.words.split(' ') ?? []
      for (const word of firstWords(container)) yield* checkName(word, text(word) ?? '', names)
      for (const script of scripts(container))
        for (const { match, inText } of findInText(text(script) ?? '', bareWord))
          for (const finding of checkName(script, match[0], names)) yield { ...finding, inText }
    }
  },
} satisfies Rule

const bareWord = /(?<=^|[\s;&|(])[a-z][\w.-]+(?=$|[\s;&|)])/dg

function* checkName(field: Field, name: string, names: readonly string[]): Iterable<Finding> {
  const near = names.includes(name) || name.startsWith('/') ? undefined : nearest(name, names, 1)
  if (near === undefined) return
  yield { path: pathOf(field), message: `the image has no program "${name}"`, fix: `did you mean "${near}"?` }
}

/** What follows `sh -c`. */
function scripts(container: Container): readonly Field[] {
  const words = commandLine(container)
  return words.filter(
    (_, index) =>
      text(words[index - 1] ?? { value: '' }) === '-c' &&
      /^(ba|a)?sh$/.test(text(words[index - 2] ?? { value: '' }) ?? ''),
  )
}

function firstWords({ field }: Container): readonly Field[] {
  const probes = ['startupProbe', 'readinessProbe', 'livenessProbe'].map(probe => at(field, probe))
  const hooks = ['postStart', 'preStop'].map(hook => at(field, 'lifecycle', hook))
  const commands = [field, ...[...probes, ...hooks].map(holder => at(holder, 'exec'))]
  return commands.flatMap(holder => items(holder, 'command').slice(0, 1))
}
