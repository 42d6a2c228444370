import { expect, it } from 'vitest'
import type { Manifest } from '../api/manifest.ts'
import { countDifferences, listDifferences, withoutOthers } from './snapshot.ts'

const service = (name: string, port: number): Manifest => ({
  apiVersion: 'v1',
  kind: 'Service',
  metadata: { name },
  spec: { ports: [{ port }] },
})
const snapshot = (...objects: Manifest[]) => new Map(objects.map(object => [object.metadata.name, object]))

it('finds nothing between equal snapshots', () => {
  const [before, after] = [snapshot(service('a', 1)), snapshot(service('a', 1))]
  expect(countDifferences(listDifferences(before, after), before)).toBe('0 of 1 objects differ')
})

it('names what is changed, new or gone, and where', () => {
  const before = snapshot(service('a', 1), service('b', 1))
  const after = snapshot(service('a', 2), service('c', 1))
  expect(listDifferences(before, after)).toEqual(['a: .spec.ports.0.port was 1 and is 2', 'b is gone', 'c is new'])
})

it('sees no difference in what Argo CD leaves out of its objects, and one in what decides', () => {
  const application = (automated: object, doing: object = {}) =>
    withoutOthers({
      ...doing,
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'a' },
      spec: { syncPolicy: { automated } },
    })
  const before = snapshot(application({ prune: false, selfHeal: true }))
  expect(listDifferences(before, snapshot(application({ selfHeal: true })))).toEqual([])
  expect(listDifferences(before, snapshot(application({ selfHeal: true }, { operation: { sync: {} } })))).toEqual([])
  expect(listDifferences(before, snapshot(application({ prune: true, selfHeal: true })))).toHaveLength(1)
})
