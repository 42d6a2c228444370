import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { environmentOf } from '../read/container.ts'
import { hasUnknownNames } from '../read/environment.ts'
import { entries, type Field, fieldOf, pathOf, text } from '../read/field.ts'
import { readersOf } from '../read/reader.ts'
import { definedVariables, isShellScript, usedVariables } from '../read/shell.ts'
import { suggest } from '../read/suggest.ts'

export const shellVariable = {
  id: 'shell-variable',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every variable that a shell script uses is set by the script or by the containers that run it.',
  why: 'Under `set -u` the script ends at that line, without it the value is empty: an address without a host, a path that is the root.',
  fix: 'set the variable, or give it a default',
  kinds: ['ConfigMap'],
  *check(resource, cluster) {
    const scripts = entries(fieldOf(resource), 'data').filter(file => isShellScript(String(file.key), text(file) ?? ''))
    // A script may take others of its ConfigMap in with `.`.
    const defined = scripts.flatMap(file => [...definedVariables(text(file) ?? '')])
    for (const file of scripts) yield* checkScript(file, defined, resource, cluster)
  },
} satisfies Rule

function* checkScript(
  file: Field,
  defined: readonly string[],
  resource: Resource,
  cluster: ClusterView,
): Iterable<Finding> {
  const readers = readersOf(resource, String(file.key), cluster)
  if (readers.length === 0 || readers.some(hasUnknownNames)) return
  for (const { name, inText } of usedVariables(text(file) ?? '')) {
    const without = readers.find(reader => !environmentOf(reader).has(name))
    if (defined.includes(name) || !without) continue
    const known = [...defined, ...environmentOf(without).keys()]
    const message = `"${name}" is set neither by the script nor by container "${without.name}" of "${without.pod.resource.id.name}"`
    yield { path: pathOf(file), message, ...suggest(name, known, 'set it, or give it a default'), inText }
  }
}
