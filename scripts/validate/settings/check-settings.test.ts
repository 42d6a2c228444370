import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { type MapNode, parseDocuments, toValue } from 'kustomize-ts'
import { describe, expect, it } from 'vitest'
import type { Cluster, ClusterSettings } from '../../model/cluster.ts'
import { checkSettings } from './check-settings.ts'
import { checks } from './checks/index.ts'

const base: ClusterSettings = {
  role: 'cloud',
  topology: 'single-node',
  engine: 'flux',
  repository: { url: 'https://git.example.org/f.git', branch: 'main' },
  argocd: {},
  kubernetes: '1.34',
  release: '3.2.8',
  images: {},
  namespace: 'fogflow',
  taskNamespace: 'fogflow-tasks',
  site: { id: '1', location: { latitude: 0, longitude: 0 } },
  broker: { replicas: 1, addresses: [] },
  worker: { replicas: 1, capacity: 1 },
  nodes: { labels: {}, taints: [] },
  storage: { sizes: {} },
  features: [],
  secrets: { provider: 'existing' },
  rollout: { labels: {} },
}

/** A cluster of that name whose cluster.yaml has these lines (maps merge over usable settings). */
function cluster(name: string, text: string): Cluster {
  const folder = `/fleet/clusters/${name}`
  const [root] = parseDocuments(text, `${folder}/cluster.yaml`).documents
  if (root?.kind !== 'map') throw new Error('not a map')
  return { name, folder, root: root as MapNode, settings: merge(base, toValue(root)) as ClusterSettings }
}

function merge(one: unknown, other: unknown): unknown {
  const isMap = (value: unknown): value is object =>
    typeof value === 'object' && value !== null && !Array.isArray(value)
  if (!isMap(one) || !isMap(other)) return other
  const over = Object.entries(other).map(([key, value]) => [key, merge((one as Record<string, unknown>)[key], value)])
  return { ...one, ...Object.fromEntries(over) }
}

/** What is found in a fleet, each as code@cluster:line:column. */
function find(clusters: Readonly<Record<string, string>>): readonly string[] {
  const fleet = {
    root: '/fleet',
    platformFeatures: [],
    features: ['docker-tasks', 'external-ips', 'ingress', 'task-hardening'],
    clusters: Object.entries(clusters).map(([name, text]) => cluster(name, text)),
  }
  return checkSettings(fleet).map(
    ({ code, source }) =>
      `${code}@${source?.file.slice('/fleet/clusters/'.length, -'/cluster.yaml'.length)}:${source?.line}:${source?.column}`,
  )
}

const cloud = 'address: 192.0.2.1\nbroker: { addresses: [192.0.2.1] }\n'
const edge =
  'role: edge\ntopology: edge\ncloud: c\naddress: 192.0.2.2\nsite: { id: "2" }\nbroker: { addresses: [192.0.2.2] }\n'

describe('the checks of settings', () => {
  it('are all in the index, under the name of their file', () => {
    const files = readdirSync(join(import.meta.dirname, 'checks')).filter(name => name !== 'index.ts')
    expect(checks.map(({ code }) => `${code}.ts`)).toEqual(files)
  })

  it('find nothing in a cloud and its edge', () => {
    expect(find({ c: cloud, e: edge })).toEqual([])
  })
})

describe('a fault in the settings is found at the line of its key', () => {
  it.each<[string, Readonly<Record<string, string>>, readonly string[]]>([
    ['a folder that makes no name', { My_Cluster: 'site: { id: "1" }' }, ['cluster-name@My_Cluster:1:1']],
    [
      'a name too long for what is called after it',
      { [`a/${'b'.repeat(50)}`]: 'role: cloud' },
      [`cluster-name@a/${'b'.repeat(50)}:1:1`],
    ],
    [
      'two names that are one in Kubernetes',
      { 'a/b-c': 'site: { id: "1" }', 'a-b/c': 'site: { id: "2" }' },
      ['cluster-name@a-b/c:1:1', 'cluster-name@a/b-c:1:1'],
    ],
    [
      'two sites with one id',
      { a: 'role: cloud\nsite: { id: "7" }', b: 'site: { id: "7" }' },
      ['duplicate-site-id@a:2:13', 'duplicate-site-id@b:1:13'],
    ],
    ['an address with a number too large', { a: 'address: 192.0.2.256' }, ['invalid-address@a:1:10']],
    ['an address with a port', { a: 'address: "example.org:80"' }, ['invalid-address@a:1:10']],
    ['a URL for an address', { a: 'address: http://example.org' }, ['invalid-address@a:1:10']],
    ['an IPv6 address with a wrong digit', { a: 'address: "2001:db8::g"' }, ['invalid-address@a:1:10']],
    ['the loopback address', { a: 'address: 127.0.0.1' }, ['invalid-address@a:1:10']],
    ['an address of one link', { a: 'address: "fe80::1%eth0"' }, ['invalid-address@a:1:10']],
    ['a multicast address', { a: 'address: 224.0.0.1' }, ['invalid-address@a:1:10']],
    ['an IPv4 address in hexadecimal', { a: 'address: 0x7f.1' }, ['invalid-address@a:1:10']],
    ['an IPv6 address with a port', { a: 'address: "[2001:db8::1]:80"' }, ['invalid-address@a:1:10']],
    [
      'a shard with a bad address',
      { a: 'broker: { replicas: 2, addresses: [a.example.org, "-x"] }' },
      ['invalid-address@a:1:51'],
    ],
    [
      'one of several shards with IPv6',
      { a: 'broker: { replicas: 2, addresses: [a.example.org, "2001:db8::1"] }' },
      ['invalid-address@a:1:51'],
    ],
    [
      'two clusters at one address',
      { c: cloud, e: edge.replaceAll('192.0.2.2', '192.0.2.1') },
      ['duplicate-address@c:1:10', 'duplicate-address@e:4:10'],
    ],
    [
      'an edge without address',
      { c: cloud, e: edge.replace(/address: .*\n/, '').replace(/broker.*\n/, '') },
      ['missing-address@e:1:1'],
    ],
    ['the cloud of an edge without address', { c: 'role: cloud', e: edge }, ['missing-address@c:1:1']],
    ['an edge that names no cloud', { c: cloud, e: edge.replace('cloud: c\n', '') }, ['unknown-cloud@e:1:1']],
    ['a cloud that does not exist', { c: cloud, e: edge.replace('cloud: c', 'cloud: d') }, ['unknown-cloud@e:3:8']],
    [
      'a cloud that two clusters could be',
      { 'x/c': cloud, 'y/c': 'site: { id: "3" }', e: edge },
      ['unknown-cloud@e:3:8'],
    ],
    [
      'an edge for a cloud',
      { c: cloud, e: edge, f: edge.replace('cloud: c', 'cloud: e').replace('"2"', '"3"').replaceAll('0.2.2', '0.2.3') },
      ['unknown-cloud@f:3:8'],
    ],
    [
      'an edge with the topology of a cloud',
      { c: cloud, e: edge.replace('topology: edge', 'topology: single-node') },
      ['topology-role@e:2:11'],
    ],
    ['a cloud with the topology of an edge', { a: 'topology: edge' }, ['topology-role@a:1:11']],
    ['a Kubernetes without schemas', { a: 'kubernetes: "1.12"' }, ['kubernetes-version@a:1:13']],
    [
      'more addresses than shards',
      { a: 'broker: { addresses: [a.example.org, b.example.org] }' },
      ['broker-addresses@a:1:38'],
    ],
    [
      'a cloud of edges with fewer addresses than shards',
      { c: `${cloud.replace('addresses', 'replicas: 2, addresses')}`, e: edge },
      ['broker-addresses@c:2:24'],
    ],
    [
      'fewer brokers than workers',
      { a: 'worker: { replicas: 2 }\nbroker: { replicas: 1 }' },
      ['fewer-brokers-than-workers@a:2:21'],
    ],
    [
      'taints with a bad effect, key or value',
      { a: 'nodes: { taints: ["a:NoSchedul", ":NoSchedule", "a=_:NoExecute", a=b] }' },
      [19, 34, 49, 66].map(column => `taint-syntax@a:1:${column}`),
    ],
    ['an Argo CD nowhere', { a: 'engine: argocd\nargocd: { management: x }' }, ['argocd-target@a:2:23']],
    [
      'an Argo CD on a cluster of Flux, or on one that another manages',
      {
        a: 'site: { id: "a" }',
        b: 'engine: argocd\nargocd: { management: a, destination: b }\nsite: { id: "b" }',
        c: 'engine: argocd\nargocd: { management: d, destination: c }\nsite: { id: "c" }',
        d: 'engine: argocd\nargocd: { management: e, destination: d }\nsite: { id: "d" }',
        e: 'engine: argocd\nsite: { id: "e" }',
      },
      ['argocd-target@b:2:23', 'argocd-target@c:2:23'],
    ],
    [
      'an Argo CD that cannot know the cluster',
      { a: 'engine: argocd', b: 'argocd: { management: a }\nengine: argocd\nsite: { id: "2" }' },
      ['argocd-target@b:1:1'],
    ],
    [
      'two clusters that one Argo CD applies to one API server',
      {
        a: 'engine: argocd',
        b: 'engine: argocd\nargocd: { management: a, destination: https://192.0.2.1:6443 }\nsite: { id: "2" }',
        c: 'engine: argocd\nargocd: { management: a, destination: https://192.0.2.1:6443/ }\nsite: { id: "3" }',
        d: 'engine: argocd\nargocd: { management: a, destination: in-cluster }\nsite: { id: "4" }',
        e: 'engine: argocd\nargocd: { management: a, destination: e }\nsite: { id: "5" }',
      },
      [
        'shared-destination@a:1:1',
        'shared-destination@b:2:39',
        'shared-destination@c:2:39',
        'shared-destination@d:2:39',
      ],
    ],
    [
      'what Argo CD cannot decrypt',
      { a: 'engine: argocd\nsecrets: { provider: sops, ageRecipient: age1 }' },
      ['secret-provider@a:2:22'],
    ],
    ['a provider without what it needs', { a: 'secrets: { provider: sealed-secrets }' }, ['secret-provider@a:1:22']],
    ['an unknown feature', { a: 'features: [task-hardning]' }, ['unknown-feature@a:1:12']],
    ['a feature that follows from another key', { a: 'features: [ingress]' }, ['derived-feature@a:1:12']],
    ['a feature for a newer Kubernetes', { a: 'features: [task-hardening]' }, ['unfit-feature@a:1:12']],
    [
      'a feature of an older one',
      { a: 'kubernetes: "1.36"\naddress: 192.0.2.9\nfeatures: [external-ips]' },
      ['unfit-feature@a:3:12'],
    ],
    [
      'tasks in Docker, of a release that has them in pods',
      { a: 'features: [docker-tasks]' },
      ['unfit-feature@a:1:12'],
    ],
    ['images that nobody has seen', { a: 'release: "3.2.6"\nfeatures: [docker-tasks]' }, ['unproven-image@a:1:10']],
    ['FogFlow on arm64', { a: 'nodes: { arch: arm64 }' }, ['unproven-image@a:1:16']],
    ['a release whose tasks fail', { a: 'release: "3.2"' }, ['tasks-need-docker@a:1:10']],
    ['a namespace of others', { a: 'namespace: kube-system' }, ['reserved-namespace@a:1:12']],
    ['tasks beside the components', { a: 'namespace: x-0\ntaskNamespace: x' }, ['reserved-namespace@a:2:16']],
    [
      'keys of a cloud at an edge',
      { c: cloud, e: `${edge}ingress: { hostname: a.b }\nimages: { nginx: { tag: "1" } }` },
      ['key-without-effect@e:7:1', 'key-without-effect@e:8:11'],
    ],
    [
      'a value that was rolled back, written or by default',
      {
        a: 'worker: { capacity: 9 }\nrollout: { hold: { key: worker.capacity, value: 9, reason: slow } }\nsite: { id: "a" }',
        b: 'rollout: { hold: { key: release, value: "3.2.8", reason: slow } }\nsite: { id: "b" }',
        c: 'rollout: { hold: { key: release, value: "3.2.6", reason: slow } }\nsite: { id: "c" }',
      },
      ['held-value@a:1:21', 'held-value@b:1:41'],
    ],
    ['a hold of no key', { a: 'rollout: { hold: { key: relase, value: "3.2.6", reason: x } }' }, ['held-value@a:1:25']],
    ['a key of another engine', { a: 'argocd: { destination: x }' }, ['key-without-effect@a:1:1']],
  ])('%s', (_, clusters, expected) => {
    expect(find(clusters)).toEqual(expected)
  })

  it('and a key is not said to do nothing where a cluster inherits it for its siblings', () => {
    const inherited = cluster('e', `${edge}ingress: { hostname: a.b }`)
    const fleet = {
      root: '/fleet',
      features: [],
      platformFeatures: [],
      clusters: [{ ...inherited, folder: '/fleet/clusters/x' }, cluster('c', cloud)],
    }
    expect(checkSettings(fleet)).toEqual([])
  })
})
