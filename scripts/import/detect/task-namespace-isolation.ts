import type { Detector } from '../defect.ts'
import { inKubernetes } from '../facts.ts'
import { itemsAt, placeOf, textAt } from '../node.ts'
import type { Site } from '../site.ts'

export const taskNamespaceIsolation = {
  code: 'task-namespace-isolation',
  outcome: 'corrected',
  why: 'Containers of users run beside the platform, with the rights of its ServiceAccount, and their hostPorts keep the namespace from enforcing Pod Security.',
  here: 'each worker has a task namespace of its own (taskNamespace)',
  *find(site) {
    const own = platformNamespaces(site)
    for (const { root } of site.configs) {
      const namespace = textAt(root, 'worker', 'app_namespace')
      if (namespace !== undefined && own.includes(namespace))
        yield {
          at: placeOf(root, 'worker', 'app_namespace'),
          message: `tasks run in "${namespace}", the namespace of the platform itself`,
        }
    }
  },
} satisfies Detector

/** Where the components run, as far as their objects and the subjects of their rights say. */
function platformNamespaces(site: Site): readonly (string | undefined)[] {
  const subjects = site.resources
    .filter(({ id }) => id.kind.endsWith('RoleBinding'))
    .flatMap(({ root }) => itemsAt(root, 'subjects').map(subject => textAt(subject, 'namespace')))
  return [...inKubernetes(site).map(({ kubernetes }) => kubernetes.resource.id.namespace), ...subjects]
}
