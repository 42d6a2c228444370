import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn, containersOf } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { podKinds, podsOf } from '../read/pod.ts'
import { fogflowComponent, releaseOf, releaseOfTag, releases, runs } from '../read/program.ts'

export const storeOfRelease = {
  id: 'store-of-release',
  severity: 'warning',
  scope: 'cluster',
  summary: 'Dgraph runs where a designer of 3.2.6 or older needs it, and nowhere else.',
  why: 'Since 3.2.8 the designer keeps its data in a file of its own, and nothing else reads Dgraph (fogflow commit c6b1ce1f): a gigabyte of memory for nothing. Older designers have no other store.',
  fix: 'run it beside designers up to release 3.2.6, or delete it',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource, cluster) {
    const { stores, designers } = partsOf(cluster)
    const needing = designers.filter(needsStore)
    for (const container of containersIn(resource)) {
      const path = pathOf(at(container.field, 'image'))
      if (stores.includes(container) && designers.length > 0 && needing.length === 0)
        yield { path, message: 'no designer here reads Dgraph: all are of release 3.2.8' }
      if (needing.includes(container) && stores.length === 0 && cluster.complete)
        yield {
          path,
          message: `a designer of release ${releaseOf(container)} keeps its data in Dgraph, and there is none`,
        }
    }
  },
} satisfies Rule

const partsOf = memoize((cluster: ClusterView) => {
  const containers = podsOf(cluster).flatMap(containersOf)
  return {
    stores: containers.filter(container => runs(container, /^standalone$|^dgraph$/)),
    designers: containers.filter(
      one => fogflowComponent(one) === 'designer' && releases.includes(releaseOfTag(releaseOf(one))),
    ),
  }
})

function needsStore(designer: Container): boolean {
  return releaseOfTag(releaseOf(designer)) !== '3.2.8'
}
