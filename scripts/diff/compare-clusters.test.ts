import { describe, expect, it } from 'vitest'
import { compareClusters } from './compare-clusters.ts'
import { foldChanges } from './fold-changes.ts'
import { read } from './testing/read.ts'

const compare = (before: string, after: string) =>
  compareClusters(new Map([['a', read(before)]]), new Map([['a', read(after)]])).clusters.flatMap(one => one.changes)

const kindsOf = (before: string, after: string) =>
  compare(before, after).flatMap(({ marks }) => marks.map(({ kind }) => kind))

const workload = (kind: string, name: string, spec: string) => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: ${name}, labels: { app.kubernetes.io/name: ${name} } }
spec: { selector: {}, ${spec} }
`
const image = (image: string) => `template: { spec: { containers: [{ name: a, image: "${image}" }] } }`
const claim = (size: string) => `
apiVersion: v1
kind: PersistentVolumeClaim
metadata: { name: data }
spec: { resources: { requests: { storage: ${size} } } }
`
const templates = (rest: string) =>
  workload('StatefulSet', 'dgraph', `volumeClaimTemplates: [{ metadata: { name: data } }], ${rest}`)
const configMap = (hash: string, data: string) => `
apiVersion: v1
kind: ConfigMap
metadata: { name: config-${hash} }
data: { a: "${data}" }
---
${workload('Deployment', 'nginx', `template: { spec: { volumes: [{ name: c, configMap: { name: config-${hash} } }] } }`)}`

describe('objects', () => {
  it('come, go and change by kind, namespace and name', () => {
    const found = compare(
      `${claim('1Gi')}---${workload('Deployment', 'a', image('a:1'))}`,
      workload('Deployment', 'b', image('a:1')),
    )
    expect(found.map(({ kind, resource }) => `${kind} ${resource.kind}/${resource.name}`)).toEqual([
      'deleted PersistentVolumeClaim/data',
      'deleted Deployment/a',
      'added Deployment/b',
    ])
  })

  it('are the same ones under a newer version of their API', () => {
    const policy = (version: string) =>
      `{ apiVersion: policy/${version}, kind: PodDisruptionBudget, metadata: { name: a } }`
    expect(compare(policy('v1beta1'), policy('v1'))).toMatchObject([
      { kind: 'changed', fields: [{ path: ['apiVersion'] }] },
    ])
  })

  it('with a hash behind their names are the same ones with another content, wherever they are named', () => {
    const found = compare(configMap('2456789bcd', 'one'), configMap('fghkmt2456', 'two'))
    expect(found.map(({ kind, resource, fields }) => [kind, resource.name, fields])).toEqual([
      ['changed', 'config', [{ path: ['data', 'a'], before: 'one', after: 'two' }]],
      ['changed', 'nginx', [expect.objectContaining({ before: 'config', after: 'config', isRename: true })]],
    ])
  })
})

describe('marks', () => {
  it('tell that pods restart, and what FogFlow loses then', () => {
    const found = compare(
      workload('Deployment', 'discovery', image('a:1')),
      workload('Deployment', 'discovery', image('a:2')),
    )
    expect(found[0]?.marks).toEqual([
      { kind: 'restarts', message: expect.stringContaining('broker, worker, master, designer') },
    ])
    expect(kindsOf(workload('Deployment', 'a', 'replicas: 1'), workload('Deployment', 'a', 'replicas: 2'))).toEqual([])
  })

  it.each([
    ['StatefulSet', 'serviceName: a', 'serviceName: b'],
    ['StatefulSet', 'podManagementPolicy: Parallel', 'podManagementPolicy: OrderedReady'],
    ['Deployment', 'selector: { matchLabels: { a: b } }', 'selector: { matchLabels: { a: c } }'],
  ])('tell of a field of a %s that cannot change: %s', (kind, before, after) => {
    const text = (spec: string) => `{ apiVersion: apps/v1, kind: ${kind}, metadata: { name: a }, spec: { ${spec} } }`
    expect(kindsOf(text(before), text(after))).toEqual(['immutable'])
  })

  it('tell of claims that shrink or go, and not of one that grows', () => {
    expect(kindsOf(claim('2Gi'), claim('1Gi'))).toEqual(['immutable'])
    expect(kindsOf(claim('1Gi'), claim('1024Mi'))).toEqual([])
    expect(kindsOf(claim('1Gi'), claim('2Gi'))).toEqual([])
    expect(kindsOf(claim('1Gi'), '')).toEqual(['loses-data'])
    const kept = claim('1Gi').replace(
      'name: data',
      'name: data, annotations: { kustomize.toolkit.fluxcd.io/prune: disabled }',
    )
    expect(kindsOf(kept, '')).toEqual([])
  })

  it('tell of claims that stay behind a StatefulSet, or go with it', () => {
    expect(kindsOf(templates('replicas: 3'), templates('replicas: 1'))).toEqual(['leaves-behind'])
    expect(kindsOf(templates('replicas: 1'), '')).toEqual(['leaves-behind'])
    const deleting = templates('persistentVolumeClaimRetentionPolicy: { whenDeleted: Delete }')
    expect(kindsOf(deleting, '')).toEqual(['loses-data'])
  })

  it.each([
    ['rabbitmq:3.13-management', 'rabbitmq:4.1-management', true],
    ['rabbitmq:3.13.1', 'rabbitmq:3.13.7', false],
    ['rabbitmq:3.13.1', 'example.org:5000/rabbitmq:3.12.0@sha256:00', true],
    ['fogflow/designer:3.2.6', 'fogflow/designer:3.2.8', true],
    ['fogflow/designer:3.2', 'fogflow/designer:3.2.6', false],
    ['fogflow/broker:3.2.6', 'fogflow/broker:3.2.8', false],
  ])('of %s and %s: no way back is %s', (before, after, isFinal) => {
    const kinds = kindsOf(workload('Deployment', 'a', image(before)), workload('Deployment', 'a', image(after)))
    expect(kinds.includes('irreversible')).toBe(isFinal)
  })

  it('say of a cluster that leaves Git that everything stays where it is', () => {
    const { clusters } = compareClusters(new Map([['a', read(claim('1Gi'))]]), new Map())
    expect(clusters).toMatchObject([{ kind: 'removed', changes: [{ marks: [{ kind: 'leaves-behind' }] }] }])
  })
})

describe('what is secret', () => {
  const secret = (value: string) => `
apiVersion: v1
kind: Secret
metadata: { name: a, labels: { version: "${value}" } }
stringData: { password: "${value}" }
`
  it('is never in a change, while its labels are', () => {
    const text = JSON.stringify(compare(secret('hunter2'), secret('hunter3')))
    expect(text).toContain('"before":"(hidden)"')
    expect(text.match(/hunter/g)).toHaveLength(2)
  })

  it('is not shown where an environment variable or a config has it either', () => {
    const env = (value: string) =>
      `template: { spec: { containers: [{ name: a, env: [{ name: DB_PASSWORD, value: ${value} }] }] } }`
    expect(
      JSON.stringify(compare(workload('Deployment', 'a', env('hunter2')), workload('Deployment', 'a', env('x')))),
    ).not.toContain('hunter2')
    const config = (value: string) =>
      `{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, data: { c: '{"rabbitmq":{"password":"${value}"}}' } }`
    expect(JSON.stringify(compare(config('hunter2'), config('${PASSWORD}')))).not.toContain('hunter2')
  })
})

it('the same change in many clusters is one, and the one of most clusters comes first', () => {
  const side = (capacity: number) =>
    new Map(['a', 'b', 'c'].map(name => [name, read(claim(`${name === 'c' ? 3 : capacity}Gi`))]))
  const before = side(1)
  before.set('c', read(claim('1Gi')))
  const folded = foldChanges(compareClusters(before, side(2)).clusters)
  expect(folded.map(({ clusters }) => clusters)).toEqual([['a', 'b'], ['c']])
})
