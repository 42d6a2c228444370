import { describe, expect, it } from 'vitest'
import schema from '../../schemas/cluster.schema.json' with { type: 'json' }
import { generateFor } from './matrix.ts'

interface Schema {
  readonly description?: string
  readonly title?: string
  readonly properties?: Readonly<Record<string, Schema>>
}

/** Every key that holds a value, by its dots; maps of images are alike, one of them stands for all. */
function listKeys({ properties = {} }: Schema, above: readonly string[] = []): readonly string[] {
  return Object.entries(properties)
    .filter(([name]) => above[0] !== 'images' || above.length > 1 || name === 'nginx')
    .flatMap(([name, inner]) =>
      inner.properties === undefined ? [[...above, name].join('.')] : listKeys(inner, [...above, name]),
    )
}

const cloud = `role: cloud
engine: flux
repository: { url: "https://git.example.org/f.git" }
topology: multi-worker
kubernetes: "1.36"
site: { id: "1", location: { latitude: 1, longitude: 2 } }
address: 192.0.2.1
broker: { addresses: [192.0.2.1, 192.0.2.2, 192.0.2.3] }
ingress: { hostname: a.example.org }
`
const edge = `role: edge
cloud: c
engine: flux
repository: { url: "https://git.example.org/f.git" }
site: { id: "2", location: { latitude: 1, longitude: 2 } }
address: 192.0.2.9
`
const sops = `age1${'q'.repeat(58)}`

/** For each key a line that gives it another value, over the cloud above (or the edge, where it is of an edge). */
const changes: Readonly<Record<string, string>> = {
  topology: 'topology: multi-master',
  'repository.url': 'repository: { url: "https://git.example.org/other.git" }',
  'repository.branch': 'repository: { url: "https://git.example.org/f.git", branch: live }',
  release: 'release: "3.2.6"',
  'images.nginx.name': 'images: { nginx: { name: registry.example.org/nginx } }',
  'images.nginx.tag': 'images: { nginx: { tag: "9" } }',
  'images.nginx.digest': `images: { nginx: { digest: "sha256:${'0'.repeat(64)}" } }`,
  namespace: 'namespace: iot',
  taskNamespace: 'taskNamespace: jobs',
  address: 'address: 192.0.2.4',
  'ingress.hostname': 'ingress: { hostname: b.example.org }',
  'ingress.className': 'ingress: { hostname: a.example.org, className: x }',
  'ingress.tls': 'ingress: { hostname: a.example.org, tls: x }',
  'site.id': 'site: { id: "7", location: { latitude: 1, longitude: 2 } }',
  'site.location.latitude': 'site: { id: "1", location: { latitude: 7, longitude: 2 } }',
  'site.location.longitude': 'site: { id: "1", location: { latitude: 1, longitude: 7 } }',
  'broker.replicas': 'broker: { replicas: 4, addresses: [192.0.2.1, 192.0.2.2, 192.0.2.3, 192.0.2.4] }',
  'broker.addresses': 'broker: { addresses: [192.0.2.1, 192.0.2.2, 192.0.2.4] }',
  'worker.replicas': 'worker: { replicas: 2 }\nbroker: { replicas: 3, addresses: [192.0.2.1, 192.0.2.2, 192.0.2.3] }',
  'worker.capacity': 'worker: { capacity: 7 }',
  'nodes.labels': 'nodes: { labels: { pool: x } }',
  'nodes.taints': 'nodes: { taints: ["a:NoSchedule"] }',
  'nodes.arch': 'nodes: { arch: amd64 }',
  'storage.className': 'storage: { className: fast }',
  'storage.sizes.designer': 'storage: { sizes: { designer: 9Gi } }',
  features: 'features: [task-hardening]',
}

/** Keys that change more than one line over the two clusters can show. */
const others: Readonly<Record<string, string>> = {
  role: 'decides which of the other keys there are',
  engine: 'decides which files sync/ has: matrix.test.ts',
  cloud: 'settings.test.ts',
  'argocd.management': 'decides whose ApplicationSet the cluster is in',
  'argocd.destination': 'below',
  'storage.sizes.dgraph': 'settings.test.ts, with a release that has Dgraph',
  'secrets.provider': 'below',
  kubernetes: 'decides what validate checks against, and no file',
  'secrets.ageRecipient': 'npm run secret encrypts for it',
  'secrets.certificate': 'npm run secret encrypts for it',
  'secrets.store.kind': 'npm run secret writes it',
  'secrets.store.name': 'npm run secret writes it',
  'secrets.store.key': 'npm run secret writes it',
  'rollout.wave': 'decides when changes come, and no file',
  'rollout.labels': 'chooses clusters, and no file',
  'rollout.hold.key': 'plan-renovate.test.ts',
  'rollout.hold.value': 'plan-renovate.test.ts',
  'rollout.hold.reason': 'plan-renovate.test.ts',
}

const keysIn = (line: string) => line.slice(0, line.indexOf(':'))

function override(text: string, line: string): string {
  const kept = text.split('\n').filter(one => keysIn(one) !== keysIn(line))
  return `${kept.join('\n')}${line}\n`
}

/** The lines of a file that another has not, with the key that each is said to come from. */
function generated(text: string) {
  return generateFor(
    new Map([
      ['c', text],
      ['e', edge],
    ]),
  ).files.flatMap(({ path, text: whole, origins }) =>
    whole.split('\n').map((line, index) => ({ line: `${path}: ${line}`, from: origins[index]?.join('.') })),
  )
}

describe('every key of cluster.yaml', () => {
  it('is explained where an editor shows it', () => {
    const lacking = (part: Schema, name: string): readonly string[] => [
      ...(part.title === undefined && name !== '' ? [name] : []),
      ...(part.description === undefined ? [name] : []),
      ...Object.entries(part.properties ?? {}).flatMap(([key, inner]) => lacking(inner, `${name}.${key}`)),
    ]
    expect(lacking(schema as Schema, '')).toEqual([])
  })

  it('is tried here, or it is said where', () => {
    expect(Object.keys({ ...changes, ...others }).sort()).toEqual([...listKeys(schema as Schema)].sort())
  })

  const before = new Set(generated(cloud).map(({ line }) => line))
  it.each(Object.entries(changes))('%s comes out, in lines that are known to come from it', (key, line) => {
    const changed = generated(line.split('\n').reduce(override, cloud)).filter(
      one => !before.has(one.line) && !one.line.includes('# sha256'),
    )
    expect(changed.map(({ from }) => from?.replace(/(\.\d+|\.pool)$/, ''))).toContain(key)
  })

  it('engine, argocd and secrets decide what the engine is told', () => {
    const textOf = (name: string, line: string) =>
      generateFor(
        new Map([
          ['c', line.split('\n').reduce(override, cloud)],
          ['e', edge],
        ]),
      ).files.find(({ path }) => path === `clusters/c/sync/${name}`)?.text
    expect(textOf('flux.yaml', `secrets: { provider: sops, ageRecipient: ${sops} }`)).toContain('provider: sops')
    expect(textOf('parameters.yaml', 'engine: argocd\nargocd: { destination: "https://192.0.2.1:6443" }')).toContain(
      '192.0.2.1:6443',
    )
  })
})
