import type { Detector } from '../defect.ts'
import { startOf } from '../facts.ts'
import type { Site } from '../site.ts'

export const objectNotKept = {
  code: 'object-not-kept',
  outcome: 'lost',
  why: 'It is not part of FogFlow, so that nothing is generated for it.',
  here: 'keep it where it is applied from, or add a kustomization of your own',
  *find(site) {
    const own = new Set(
      site.workloads.flatMap(({ component, kubernetes }) => (component && kubernetes ? [kubernetes.resource] : [])),
    )
    const runs = new Set(site.workloads.flatMap(({ kubernetes }) => (kubernetes ? [kubernetes.resource] : [])))
    for (const resource of site.resources)
      if (runs.has(resource) ? !own.has(resource) : !isReplaced(resource))
        yield { at: startOf(resource), message: `${resource.id.kind} "${resource.id.name}" is not carried over` }
    for (const { component, kubernetes, name, containerAt } of site.workloads)
      if (component === undefined && kubernetes === undefined)
        yield { at: containerAt, message: `the service "${name}" is not carried over` }
  },
} satisfies Detector

/** The kinds that the bases have for themselves. */
function isReplaced({ id }: Site['resources'][number]): boolean {
  return /^(?:Service|ConfigMap|Secret|ServiceAccount|PersistentVolume(?:Claim)?|(?:Cluster)?Role(?:Binding)?|Namespace|NetworkPolicy|PodDisruptionBudget|Deployment|StatefulSet)$/.test(
    id.kind,
  )
}
