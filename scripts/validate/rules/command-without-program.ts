import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, items, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { runs } from '../read/program.ts'

export const commandWithoutProgram = {
  id: 'command-without-program',
  severity: 'error',
  scope: 'resource',
  summary: 'A command begins with a program, and an init container of a bare shell image has one.',
  why: 'The first word of command is what the kernel starts: an option there is no file, and the container never starts. A shell without input ends at once, so that its init container does nothing.',
  fix: 'write the program as the first word of command; options alone belong into args',
  kinds: podKinds,
  *check(resource) {
    for (const container of containersIn(resource)) {
      const [first] = items(container.field, 'command')
      const args = items(container.field, 'args')
      if (typeof first?.value === 'string' && /^-/.test(first.value))
        yield {
          path: pathOf(first),
          message: `the command of "${container.name}" begins with the option "${first.value}"`,
        }
      if (first || container.role !== 'init' || !runs(container, /^(busybox|alpine|bash|debian|ubuntu)$/)) continue
      if (args.some(({ value }) => !isAddress(String(value)))) continue
      yield {
        path: pathOf(at(container.field, 'command')),
        at: 'key',
        message: `init container "${container.name}" has no command`,
      }
    }
  },
} satisfies Rule

/** An argument for a script, rather than a program. */
function isAddress(word: string): boolean {
  return word.includes('://')
}
