import { spawnSync } from 'node:child_process'
import { describe, expect, test } from 'vitest'
import { toolPath } from '../../test/tools/tool-path.ts'
import { listKinds, location, versions } from './index.ts'

const kubeconform = toolPath('kubeconform')

interface Report {
  readonly resources: readonly {
    readonly kind: string
    readonly name: string
    readonly status: string
    readonly msg: string
  }[]
}

/** What kubeconform says of each manifest, as `kind/name` → status. */
function judge(manifests: readonly object[], version: string): Record<string, string> {
  const options = [
    '-strict',
    '-verbose',
    '-output',
    'json',
    '-schema-location',
    location,
    '-kubernetes-version',
    `${version}.0`,
  ]
  const input = manifests.map(manifest => JSON.stringify(manifest)).join('\n---\n')
  const { stdout } = spawnSync(kubeconform ?? '', options, { input, encoding: 'utf8', maxBuffer: 2 ** 26 })
  const { resources } = JSON.parse(stdout) as Report
  return Object.fromEntries(resources.map(({ kind, name, status }) => [`${kind}/${name}`, status]))
}

describe.skipIf(kubeconform === undefined).each(versions)('kubeconform with Kubernetes %s', version => {
  test('finds and compiles the schema of every kind', () => {
    const kinds = listKinds(version)
    const statuses = judge(
      kinds.map(({ apiVersion, kind }, index) => ({ apiVersion, kind, metadata: { name: `n${index}`, unknown: '' } })),
      version,
    )
    expect(Object.keys(statuses)).toHaveLength(kinds.length)
    expect(new Set(Object.values(statuses))).toEqual(new Set(['statusInvalid']))
  })

  test('tells good manifests from bad ones', () => {
    const configMap = (name: string, fields: object) => ({
      apiVersion: 'v1',
      kind: 'ConfigMap',
      metadata: { name },
      ...fields,
    })
    const service = (name: string, port: object) => ({
      apiVersion: 'v1',
      kind: 'Service',
      metadata: { name },
      spec: { selector: { app: 'a' }, ports: [port] },
    })
    const metadata = { name: 'application' }
    const destination = { namespace: 'a', server: 'https://kubernetes.default.svc' }
    const application = { apiVersion: 'argoproj.io/v1alpha1', kind: 'Application', metadata }
    const manifests = [
      configMap('good', { data: { 'config.json': '{}' } }),
      configMap('null', { data: null, immutable: null }),
      configMap('bad', { dataa: {} }),
      service('good', { port: 80, targetPort: 'http' }),
      service('bad', { port: 65536 }),
      { ...application, spec: { project: 'a', destination } },
      { ...application, metadata: { name: 'bad' }, spec: { project: 'a', destination, sourcee: {} } },
    ]
    expect(judge(manifests, version)).toEqual({
      'ConfigMap/good': 'statusValid',
      'ConfigMap/null': 'statusValid',
      'ConfigMap/bad': 'statusInvalid',
      'Service/good': 'statusValid',
      'Service/bad': 'statusInvalid',
      'Application/application': 'statusValid',
      'Application/bad': 'statusInvalid',
    })
  })
})
