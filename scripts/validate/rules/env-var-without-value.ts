import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, isSet, items, pathOf, text } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'

export const envVarWithoutValue = {
  id: 'env-var-without-value',
  severity: 'warning',
  scope: 'resource',
  summary: 'An environment variable has a value, or says where it comes from.',
  why: 'With neither it is the empty text, and whatever is filled in from it is empty, too: a patch that was to replace the value took it away.',
  fix: 'write value or valueFrom; value: "" where it is meant to be empty',
  kinds: podKinds,
  *check(resource) {
    for (const { field, name } of containersIn(resource))
      for (const variable of items(field, 'env')) {
        if (isSet(at(variable, 'value')) || isSet(at(variable, 'valueFrom'))) continue
        yield { path: pathOf(variable), message: `"${text(variable, 'name')}" of container "${name}" has neither` }
      }
  },
} satisfies Rule
