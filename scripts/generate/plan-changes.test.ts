import { describe, expect, it } from 'vitest'
import type { Cluster } from '../model/cluster.ts'
import type { GeneratedFile } from '../model/generated-file.ts'
import { planChanges } from './plan-changes.ts'
import { derive } from './text/derived.ts'
import { toFile } from './text/to-file.ts'

const cluster = { name: 'a/b', folder: '/repo/clusters/a/b' } as Cluster
const fileOf = (capacity: number, name = 'fogflow/kustomization.yaml') =>
  toFile(cluster, name, { kind: 'Kustomization', capacity: derive(capacity, 'worker', 'capacity'), last: 1 })

function plan(generated: readonly GeneratedFile[], present: Readonly<Record<string, string>>) {
  const { writes, deletes, diagnostics } = planChanges(generated, new Map(Object.entries(present)), '/repo')
  return {
    writes: [...writes.keys()],
    deletes,
    found: diagnostics.map(({ code, source }) => `${code}:${source?.line}`),
    diagnostics,
  }
}

const path = 'clusters/a/b/fogflow/kustomization.yaml'

describe('what generate changes', () => {
  it('is nothing where all is current, and what is absent or stale', () => {
    expect(plan([fileOf(1)], { [path]: fileOf(1).text })).toMatchObject({ writes: [], deletes: [], found: [] })
    expect(plan([fileOf(1)], {})).toMatchObject({ writes: [path], deletes: [], found: [] })
    expect(plan([fileOf(2)], { [path]: fileOf(1).text })).toMatchObject({ writes: [path], deletes: [], found: [] })
  })

  it('takes away what it generated before, and nothing else', () => {
    const old = 'clusters/a/b/sync/flux.yaml'
    const present = { [old]: fileOf(1, 'sync/flux.yaml').text, 'clusters/a/b/platform/secret.yaml': 'kind: Secret\n' }
    expect(plan([], present)).toMatchObject({ deletes: [old], found: [] })
  })

  it('leaves what a person has changed, and says at the line which key does it', () => {
    const changed = fileOf(1).text.replace('capacity: 1', 'capacity: 5')
    const { found, diagnostics } = plan([fileOf(1)], { [path]: changed })
    expect(found).toEqual(['changed-by-hand:4'])
    expect(diagnostics[0]?.fix).toContain('worker.capacity')
    expect(plan([fileOf(1)], { [path]: `${fileOf(1).text}more: 1\n` }).found).toEqual(['changed-by-hand:6'])
    expect(plan([fileOf(1)], { [path]: fileOf(1).text.replace('last: 1\n', '') }).found).toEqual(['changed-by-hand:5'])
    expect(plan([], { [path]: changed }).found).toEqual(['changed-by-hand:1'])
  })

  it('leaves a file that somebody else put where a generated one belongs', () => {
    expect(plan([fileOf(1)], { [path]: 'kind: Kustomization\n' }).found).toEqual(['foreign-file:1'])
  })

  it('does not mind a header of another version over the same lines', () => {
    const other = fileOf(1).text.replace(/sha256:\w{10}/, 'sha256:0000000000')
    expect(plan([fileOf(1)], { [path]: other })).toMatchObject({ writes: [path], found: [] })
  })
})
