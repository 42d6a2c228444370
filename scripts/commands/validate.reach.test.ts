import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { capture, repository } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { validate } from './validate.ts'

const table = 'docs/reachability.md'
const policies = 'base/features/network-policies'
let root = ''

beforeAll(() => {
  root = writeTree({})
  for (const path of ['base', 'overlays', 'clusters', 'schemas/fogflow', 'schemas/compose', table])
    cpSync(join(repository, path), join(root, path), { recursive: true })
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

const changed = new Set<string>()
afterEach(() => {
  for (const path of changed) cpSync(join(repository, path), join(root, path))
  changed.clear()
})

function change(path: string, from: string, to: string): void {
  const text = readFileSync(join(root, path), 'utf8')
  expect(text).toContain(from)
  changed.add(path)
  writeFileSync(join(root, path), text.replace(from, to))
}

/** The findings about who may talk to whom, as `file:line`. */
function findDifferences(paths: readonly string[] = []) {
  const { environment, output } = capture(root, root)
  validate(paths, { format: 'json', release: '3.2.8', all: true }, environment)
  const { diagnostics } = JSON.parse(output()) as {
    diagnostics: { code: string; file: string; line: number; message: string; clusters?: string[] }[]
  }
  return diagnostics
    .filter(({ code }) => code === 'reachability')
    .map(({ file, line, message, clusters = [] }) => ({ at: `${file}:${line}`, message, clusters }))
}

function lineOf(path: string, text: string): number {
  return (
    readFileSync(join(root, path), 'utf8')
      .split('\n')
      .findIndex(line => line.includes(text)) + 1
  )
}

describe('who may talk to whom', () => {
  it('finds a flow that a policy does not let pass any more, at the policy', () => {
    change(
      `${policies}/network-policy-rabbitmq.yaml`,
      'app.kubernetes.io/name: worker',
      'app.kubernetes.io/name: wroker',
    )
    const found = findDifferences(['overlays/single-node'])
    expect(found).toEqual([
      {
        at: `${policies}/network-policy-rabbitmq.yaml:${lineOf(`${policies}/network-policy-rabbitmq.yaml`, '- from:')}`,
        message: expect.stringContaining('worker → rabbitmq: the manifests say –, the table says 5672'),
        clusters: ['overlays/single-node'],
      },
    ])
  })

  it('finds a policy that lets in more than is written, with all that comes of it, once', () => {
    change(
      `${policies}/network-policy-broker.yaml`,
      `        - namespaceSelector:
            matchLabels:
              gitops.fogflow.io/namespace: tasks
      ports:
        - port: ngsi10`,
      `        - namespaceSelector: {}
      ports:
        - port: ngsi10`,
    )
    const [first, ...others] = findDifferences(['overlays/single-node', 'overlays/single-worker', 'overlays/edge'])
    expect(others).toEqual([])
    expect(first).toMatchObject({
      at: `${policies}/network-policy-broker.yaml:${lineOf(`${policies}/network-policy-broker.yaml`, '- from:')}`,
      message: expect.stringContaining('the manifests say 8070, the table says –'),
    })
    expect(first?.clusters).toEqual(['overlays/single-node', 'overlays/single-worker'])
  })

  it('finds a namespace that is open since a policy says nothing of one direction', () => {
    const file = 'base/features/default-deny/network-policy-default-deny.yaml'
    change(file, 'policyTypes: [Ingress, Egress]', 'policyTypes: [Egress]')
    expect(findDifferences(['overlays/edge'])).toMatchObject([{ at: `${file}:${lineOf(file, 'policyTypes')}` }])
  })

  it('finds a cloud that does not let its edges in, at the policy of the cloud', () => {
    const file = 'base/features/edge-sites/network-policy-rabbitmq.yaml'
    change(file, 'port: amqp', 'port: 15672')
    const found = findDifferences(['clusters/kanto']).filter(({ clusters }) =>
      clusters.includes('clusters/kanto/shibuya'),
    )
    expect(found.map(({ at }) => at)).toEqual([`${file}:${lineOf(file, '- ports:')}`])
  })

  it('finds an edge that cannot call its cloud, at the policy of the edge', () => {
    const file = 'base/features/edge-network-policies/network-policy-worker.yaml'
    change(file, 'port: 5672', 'port: 5671')
    const found = findDifferences(['clusters/kanto']).filter(({ clusters }) =>
      clusters.includes('clusters/kanto/shibuya'),
    )
    expect(new Set(found.map(({ at }) => at.replace(/:\d+$/, '')))).toEqual(new Set([file]))
  })

  it('finds Pod Security that lets pods onto the network of their node, at the namespace', () => {
    const file = 'base/platform/namespace.yaml'
    change(file, 'enforce: restricted', 'enforce: privileged')
    expect(new Set(findDifferences(['overlays/edge']).map(({ at }) => at))).toEqual(
      new Set([`${file}:${lineOf(file, 'enforce:')}`]),
    )
  })

  it('finds a kind of cluster that no table is for, a table that is for none, and lines that are missing or mean nobody', () => {
    change(table, '- `cloud + 3.2.8`\n', '- `cloud + 3.2.9`\n')
    change(table, '\n| tasks  ', '\n| taks   ')
    expect(findDifferences().map(({ at, message }) => `${at}: ${message}`)).toEqual([
      expect.stringMatching(`^${table}:1: .*"cloud \\+ 3.2.8"`),
      expect.stringMatching(`^${table}:\\d+: .*no line "tasks"`),
      expect.stringMatching(`^${table}:${lineOf(table, '| taks ')}: .*have no "taks"`),
      expect.stringMatching(`^${table}:${lineOf(table, 'cloud + 3.2.9')}: .*"cloud \\+ 3.2.9"`),
    ])
  })

  it('says so where there is no such document', () => {
    rmSync(join(root, table))
    changed.add(table)
    const { environment, output } = capture(root, root)
    expect(validate(['overlays/edge'], { format: 'text', release: '3.2.8', all: false }, environment)).toBe(0)
    expect(output()).toContain(`there is no ${table}`)
  })
})
