import type { Rule } from '../../model/rule.ts'
import { type Container, commandLine, containersIn } from '../read/container.ts'
import { at, number, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent } from '../read/program.ts'

/** A grace period that nobody minds waiting for, in seconds. */
const short = 10

export const pid1Signal = {
  id: 'pid1-signal',
  severity: 'warning',
  scope: 'resource',
  summary: 'The designer is not process 1 of its container, or has a grace period of 10 s at most.',
  why: 'It has no handler for SIGTERM, and the kernel gives process 1 no default one: every rollout waits for the whole grace period, 30 s unless set, with the singleton gone, and ends in SIGKILL (tried on Linux).',
  fix: 'write shareProcessNamespace: true',
  kinds: podKinds,
  *check(resource) {
    for (const container of containersIn(resource)) {
      const { spec } = container.pod
      const isShared = at(spec, 'shareProcessNamespace').value === true
      const grace = number(spec, 'terminationGracePeriodSeconds') ?? 30
      if (fogflowComponent(container) !== 'designer' || isShared || grace <= short || hasInit(container)) continue
      const message = `"${container.name}" ignores SIGTERM as process 1, and each stop takes ${grace} s`
      yield { path: pathOf(at(spec, 'shareProcessNamespace')), at: 'key', message }
    }
  },
} satisfies Rule

/** A program that is made to be process 1, and hands signals on. */
function hasInit(container: Container): boolean {
  const [program] = commandLine(container)
  return /(?:^|\/)(?:tini(?:-static)?|dumb-init|catatonit)$/.test(String(program?.value))
}
