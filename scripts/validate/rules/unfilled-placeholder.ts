import type { ClusterView } from '../../model/cluster-view.ts'
import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { type Container, containersOf, environmentOf, volumesOf } from '../read/container.ts'
import { hasUnknownNames, placeholder } from '../read/environment.ts'
import { fillersOf } from '../read/filler.ts'
import { configsIn, textOfKey } from '../read/fogflow-config.ts'
import { memoize } from '../read/memoize.ts'
import { podsOf } from '../read/pod.ts'
import type { Problem } from '../read/resolve-host.ts'
import { suggest } from '../read/suggest.ts'
import { findInText } from '../read/text.ts'

export const unfilledPlaceholder = {
  id: 'unfilled-placeholder',
  severity: 'error',
  scope: 'cluster',
  summary: 'Every ${NAME} of a template is an environment variable of the container that fills it.',
  why: 'A placeholder without a value keeps the pod in its init phase; one that nobody fills is what FogFlow takes for the password.',
  fix: 'set the variable in env of the container that fills the template',
  kinds: ['ConfigMap'],
  *check(resource, cluster) {
    for (const { key, filler } of templatesIn(resource, cluster)) {
      if (filler && hasUnknownNames(filler)) continue
      for (const { match, inText } of findInText(textOfKey(resource, key), placeholder)) {
        const problem = checkName(match.groups?.name ?? '', filler)
        if (problem) yield { path: ['data', key], ...problem, inText }
      }
    }
  },
} satisfies Rule

function checkName(name: string, filler: Container | undefined): Problem | undefined {
  if (!filler) return { message: `no container fills \${${name}}`, fix: 'fill the template in an init container' }
  const names = environmentOf(filler)
  if (names.has(name)) return undefined
  const message = `container "${filler.name}" of "${filler.pod.resource.id.name}", which fills this, has no environment variable "${name}"`
  return { message, ...suggest(name, names.keys(), `set it in env of container "${filler.name}"`) }
}

interface Template {
  readonly resource: Resource
  readonly key: string
  readonly filler: Container | undefined
}

/** Each template once a container that fills it, and each config.json that FogFlow reads as it stands. */
function templatesIn(resource: Resource, cluster: ClusterView): readonly Template[] {
  const raw = configsIn(resource, cluster).filter(({ filler }) => !filler)
  return [...filledTemplates(cluster), ...raw].filter(template => template.resource === resource)
}

const filledTemplates: (cluster: ClusterView) => readonly Template[] = memoize(cluster =>
  podsOf(cluster).flatMap(pod =>
    [...volumesOf(pod).values()].flatMap(volume =>
      fillersOf(volume, pod, cluster).flatMap(({ container, files }) =>
        [...files.values()].flatMap(file =>
          file?.resource?.id.kind === 'ConfigMap' && containersOf(pod).length > 1
            ? [{ resource: file.resource, key: file.key, filler: container }]
            : [],
        ),
      ),
    ),
  ),
)
