import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, commandLine, containersIn, environmentOf } from '../read/container.ts'
import { hasUnknownNames, kubeletReference } from '../read/environment.ts'
import { at, type Field, items, pathOf, text } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { suggest } from '../read/suggest.ts'
import { findInText } from '../read/text.ts'

export const unsetEnvReference = {
  id: 'unset-env-reference',
  severity: 'error',
  scope: 'resource',
  summary: 'Every $(NAME) in a command, an argument or a variable is an environment variable of the container.',
  why: 'The kubelet passes a $(NAME) that it does not know on as it stands: a broker that is called "$(POD_NAME)" shares its identity with every other shard.',
  fix: 'set the variable in env of the same container, or write $$(NAME) for the text itself',
  kinds: podKinds,
  *check(resource) {
    for (const container of containersIn(resource)) {
      if (hasUnknownNames(container)) continue
      const values = items(container.field, 'env').map(entry => at(entry, 'value'))
      for (const field of [...commandLine(container), ...values]) yield* checkText(field, container)
    }
  },
} satisfies Rule

function* checkText(field: Field, container: Container): Iterable<Finding> {
  const names = environmentOf(container)
  for (const { match, inText } of findInText(text(field) ?? '', kubeletReference)) {
    const name = match.groups?.name ?? ''
    // Lower-case names are commands of a shell: $(date).
    if (names.has(name) || name !== name.toUpperCase()) continue
    const message = `container "${container.name}" has no environment variable "${name}"`
    const otherwise = `set it in env of container "${container.name}", or write $$(${name}) for the text itself`
    yield { path: pathOf(field), message, ...suggest(name, names.keys(), otherwise), inText }
  }
}
