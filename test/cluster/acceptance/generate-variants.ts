import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { generate } from '../../../scripts/generate/generate.ts'
import { loadFleet } from '../../../scripts/load/fleet/load-fleet.ts'
import { checkSettings } from '../../../scripts/validate/settings/check-settings.ts'
import { openRender, releases, repository, root, topologies } from '../../clusters/matrix.ts'
import type { Manifest } from '../api/manifest.ts'
import type { ManifestSet } from './manifest-set.ts'
import { syncObjects } from './read-sync.ts'

/** What a cluster may have beside a topology and a release: one line of its cluster.yaml each. */
const variants: readonly string[] = [
  '',
  ...readdirSync(join(root, 'base/features')).map(name => `features: [${name}]`),
  'ingress: { hostname: fogflow.example.org, className: nginx, tls: fogflow-tls }',
  'nodes: { labels: { example.org/pool: fogflow }, taints: ["dedicated=fogflow:NoSchedule"], arch: amd64 }',
  'storage: { className: replicated, sizes: { designer: 7Gi } }',
  'engine: argocd',
]

interface Variant {
  readonly name: string
  readonly group: string
  readonly text: string
}

/** Clusters of every topology, release and variant, where `npm run generate` does not refuse them for this Kubernetes. */
export function generateVariants(kubernetes: string): readonly ManifestSet[] {
  const all = listVariants(kubernetes)
  const accepted = withoutRefused(new Map(all.map(({ name, text }) => [name, text])))
  const files = generate(loadFleet(repository, accepted).fleet, () => undefined)
  const render = openRender(files)
  return all.flatMap(({ name, group, text }) => {
    if (!accepted.has(name)) return []
    const rendered = render(`clusters/${name}/platform`, `clusters/${name}/fogflow`)
    const sync = files.filter(({ path }) => path.startsWith(`clusters/${name}/sync/`))
    const manifests = rendered.map(({ value }) => value as unknown as Manifest)
    return [
      { group, name: text, manifests: [...manifests, ...sync.flatMap(file => syncObjects(file.path, file.text))] },
    ]
  })
}

/** The clusters that nothing is wrong with. A cluster that another one names is always right here. */
function withoutRefused(clusters: ReadonlyMap<string, string>): ReadonlyMap<string, string> {
  const { fleet, diagnostics } = loadFleet(repository, clusters)
  const errors = [...diagnostics, ...checkSettings(fleet)].filter(({ severity }) => severity === 'error')
  const refused = new Set(errors.map(({ source }) => source?.file))
  return new Map([...clusters].filter(([name]) => !refused.has(join(repository, 'clusters', name, 'cluster.yaml'))))
}

function listVariants(kubernetes: string): readonly Variant[] {
  const combinations = releases.flatMap(release =>
    topologies.flatMap(topology => variants.map(variant => ({ release, topology, variant }))),
  )
  return combinations.map(({ release, topology, variant }, index) => ({
    name: `v/${index}`,
    group: `${topology}, release ${release}`,
    text: write({ kubernetes, release, topology, variant, index }),
  }))
}

interface Choice {
  readonly kubernetes: string
  readonly release: string
  readonly topology: string
  readonly variant: string
  readonly index: number
}

/** Addresses and ids that no other cluster has; an edge's cloud is the plain multi-worker one of its release. */
function write({ kubernetes, release, topology, variant, index }: Choice): string {
  const isEdge = topology === 'edge'
  const hasAddress = isEdge || topology === 'multi-worker' || variant.includes('external-ips')
  const cloud =
    (releases.indexOf(release as never) * topologies.length + topologies.indexOf('multi-worker')) * variants.length
  const address = (shard: number) => `10.${shard}.${index >> 8}.${index & 255}`
  const lines = [
    'repository: { url: "https://git.example.org/f.git" }',
    ...(variant.startsWith('engine') ? [] : ['engine: flux']),
    `kubernetes: "${kubernetes}"`,
    `release: "${release}"`,
    `topology: ${topology}`,
    `site: { id: "v${index}", location: { latitude: 0, longitude: 0 } }`,
    isEdge ? `role: edge\ncloud: v/${cloud}` : 'role: cloud',
    ...(hasAddress ? [`address: ${address(1)}`] : []),
    ...(topology === 'multi-worker' ? [`broker: { addresses: [${[1, 2, 3].map(address).join(', ')}] }`] : []),
    variant,
  ]
  return `${lines.join('\n')}\n`
}
