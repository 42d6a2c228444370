import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { parseDocuments, toValue } from 'kustomize-ts'
import { describe, expect, it } from 'vitest'
import schema from '../../schemas/cluster.schema.json' with { type: 'json' }
import type { GeneratedFile } from '../../scripts/model/generated-file.ts'
import type { Unit } from '../../scripts/model/unit.ts'
import { validate } from '../../scripts/validate/validate.ts'
import { generateFor, listMatrix, nameOf, openRender, releases, root } from './matrix.ts'

const matrix = listMatrix()
const { clusters, files } = generateFor(matrix)
const render = openRender(files)
const layersOf = (name: string) => [`clusters/${name}/platform`, `clusters/${name}/fogflow`]

/** What validate says about clusters that are not on disk: code and message of each diagnostic. */
function judge(units: readonly Unit[]): readonly string[] {
  const nothing = { kustomizations: [], compositions: [], owned: [], skipped: [], empty: 0, diagnostics: [] }
  const rendered = { units, diagnostics: [], read: new Set<string>(), unused: [], isWhole: true, kustomizations: 0 }
  const { diagnostics } = validate({ ...nothing, units: [] }, rendered, {
    release: '3.2.8',
    configSchemas: join(root, 'schemas/fogflow'),
    composeSchema: join(root, 'schemas/compose/compose.schema.json'),
    kubernetesOf: () => '1.34',
    editableAt: place => place,
    step: () => {},
  })
  return diagnostics.map(({ code, message, clusters }) => `${code}: ${message} (${clusters})`)
}

const unitOf = (name: string): Unit => ({ name, kind: 'cluster', complete: true, resources: render(...layersOf(name)) })

describe('a generated cluster of each release and topology', () => {
  it('has nothing that validate finds wrong', () => {
    expect(judge([...matrix.keys()].map(unitOf))).toEqual([])
  }, 60_000)

  it('is all of its topology, whose parts are in one layer each', () => {
    const ids = render(...layersOf(nameOf('3.2.8', 'single-node'))).map(
      ({ id }) => `${id.kind}/${id.namespace}/${id.name.replace(/-[a-z0-9]{10}$/, '')}`,
    )
    const whole = render('overlays/single-node').map(
      ({ id }) => `${id.kind}/${id.namespace}/${id.name.replace(/-[a-z0-9]{10}$/, '')}`,
    )
    expect(ids.sort()).toEqual(whole.sort())
  })

  it('has at most four generated files where it is an edge', () => {
    for (const release of releases) {
      const own = files.filter(({ cluster }) => cluster.name === nameOf(release, 'edge'))
      expect(own.length).toBeLessThanOrEqual(4)
    }
  })

  it('has at most four, too, where the edge has as many workers and shards as there can be, under names of its own', () => {
    const name = nameOf('3.2.8', 'edge')
    const addresses = [...Array(16).keys()].map(index => `198.51.100.${index}`)
    const more = `worker: { replicas: 16 }\nbroker: { addresses: [${addresses}] }\ntaskNamespace: jobs\nnamespace: iot\n`
    const large = generateFor(new Map([...matrix].map(([key, text]) => [key, key === name ? text + more : text])))
    expect(large.files.filter(({ cluster }) => cluster.name === name)).toHaveLength(4)
    const resources = openRender(large.files)(...layersOf(name))
    const namespaces = resources.filter(({ id }) => id.kind === 'Namespace').map(({ id }) => id.name)
    expect(new Set(namespaces)).toEqual(new Set(['iot', ...[...Array(16).keys()].map(index => `jobs-${index}`)]))
    expect(judge([{ name, kind: 'cluster', complete: true, resources }])).toEqual([])
  })

  it('has no more workers than there are namespaces for their tasks', () => {
    const { maximum } = schema.properties.worker.properties.replicas
    expect(readdirSync(join(root, 'base/task-namespaces'))).toHaveLength(maximum - 1)
    for (const index of readdirSync(join(root, 'base/task-namespaces'))) {
      const [namespace] = render(`base/task-namespaces/${index}`).filter(({ id }) => id.kind === 'Namespace')
      expect(namespace?.value.metadata).toMatchObject({
        name: `fogflow-tasks-${index}`,
        labels: { 'gitops.fogflow.io/worker': index },
      })
    }
  })

  it('is the same every time', () => {
    expect(generateFor(matrix).files.map(({ text }) => text)).toEqual(files.map(({ text }) => text))
  })
})

describe('Flux and Argo CD', () => {
  const documentsOf = (file: GeneratedFile | undefined) =>
    parseDocuments(file?.text ?? '', '/f.yaml').documents.map(
      node => toValue(node) as { kind: string; spec: Record<string, never> },
    )

  /** The folders that Flux applies to a cluster beside its own objects, from what flux.yaml says. */
  function fluxFolders(all: readonly GeneratedFile[], name: string): readonly string[] {
    const [sync] = all.filter(({ path }) => path === `clusters/${name}/sync/flux.yaml`)
    const paths = documentsOf(sync).flatMap(({ kind, spec }) =>
      kind === 'Kustomization' ? [String(spec.path).slice(2)] : [],
    )
    return paths.filter(path => !path.endsWith('/sync') && path !== 'base/flux-account')
  }

  /** The folders of the Application that Argo CD's set makes of a cluster's parameters. */
  function argocdFolders(all: readonly GeneratedFile[], name: string): readonly string[] {
    const [parameters] = all.filter(({ path }) => path === `clusters/${name}/sync/parameters.yaml`)
    const { folder } = toValue(parseDocuments(parameters?.text ?? '', '/f').documents[0] ?? never()) as {
      folder: string
    }
    const [set] = all.filter(({ path }) => path.endsWith('/sync/argocd.yaml'))
    const applicationSet = documentsOf(set).find(({ kind }) => kind === 'ApplicationSet') ?? never()
    const { spec } = applicationSet.spec.template as unknown as { spec: { sources: { path: string }[] } }
    return spec.sources.map(({ path }) => path.replace('{{ .folder }}', folder))
  }

  it('come to the same resources for the same cluster', () => {
    const other = generateFor(
      new Map([...matrix].map(([name, text]) => [name, text.replace('engine: flux', 'engine: argocd')])),
    )
    const renderOther = openRender(other.files)
    for (const { name } of clusters) {
      const [byFlux, byArgocd] = [fluxFolders(files, name), argocdFolders(other.files, name)]
      expect(byFlux).toEqual(layersOf(name))
      expect(renderOther(...byArgocd).map(({ value }) => value)).toEqual(render(...byFlux).map(({ value }) => value))
    }
  }, 60_000)

  it('may apply every kind that there is in what they apply', () => {
    const kinds = new Set(clusters.flatMap(({ name }) => render(`clusters/${name}/fogflow`)).map(({ id }) => id.kind))
    const [role] = render('base/flux-account').filter(({ id }) => id.kind === 'Role')
    const rules = role?.value.rules as readonly { resources: readonly string[] }[]
    const allowed = rules.flatMap(({ resources }) => resources)
    const plural = (kind: string) => `${kind.toLowerCase().replace(/y$/, 'ie').replace(/ss$/, 'sse')}s`
    expect([...kinds].filter(kind => !allowed.includes(plural(kind)))).toEqual([])
  })
})

function never(): never {
  throw new Error('there are no parameters')
}
