import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { type Field, items, pathOf } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'

export const repeatedArgument = {
  id: 'repeated-argument',
  severity: 'warning',
  scope: 'resource',
  summary: 'No word stands twice in a row in a command line.',
  why: 'A program takes the second one for something else: the value of an option, a file, a sub-command. Two patches that each add it make such a line.',
  fix: 'delete one of the two',
  kinds: podKinds,
  *check(resource) {
    for (const { field } of containersIn(resource))
      for (const list of [...commandLists(field)])
        for (const [index, word] of list.entries()) {
          const text = String(word.value)
          if (index === 0 || list[index - 1]?.value !== word.value || isCounted(text)) continue
          yield { path: pathOf(word), message: `"${text}" stands here twice in a row` }
        }
  },
} satisfies Rule

function commandLists(container: Field): readonly (readonly Field[])[] {
  const probes = ['startupProbe', 'readinessProbe', 'livenessProbe'].map(name =>
    items(container, name, 'exec', 'command'),
  )
  return [items(container, 'command'), items(container, 'args'), ...probes]
}

/** An option that means more the more often it stands there, and a number. */
function isCounted(word: string): boolean {
  return /^(-v+|--verbose|\d+)$/.test(word)
}
