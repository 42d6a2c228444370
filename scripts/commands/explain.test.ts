import { cpSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { applyChanges } from '../disk/apply-changes.ts'
import { planFleet, readFleet } from '../fleet/plan-fleet.ts'
import { capture, repository } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { explain } from './explain.ts'

const defaults = `role: cloud
engine: flux
topology: multi-worker
repository: { url: "https://git.example.org/f.git" }
address: 192.0.2.1
worker: { capacity: 4 }
`
const settings = `site: { id: "1", location: { latitude: 1, longitude: 2 } }
ingress: { hostname: a.example.org }
worker:
  capacity: 6
`

let root = ''

beforeAll(() => {
  root = writeTree({ 'clusters/a/defaults.yaml': defaults, 'clusters/a/one/cluster.yaml': settings })
  for (const folder of ['base', 'overlays']) cpSync(join(repository, folder), join(root, folder), { recursive: true })
  applyChanges(planFleet(readFleet(root).fleet), root)
})

afterAll(() => rmSync(root, { recursive: true, force: true }))

/** What is printed: the value, then for each place its file, line and column and what that is. */
function ask(resource: string, field: string, cluster = 'a/one') {
  const { environment, output, errors } = capture(root, root)
  const exitCode = explain({ cluster, resource, field }, environment)
  const lines = output().trimEnd().split('\n')
  const steps = lines.filter(line => /^ {2}\S+:\d+:\d+ /.test(line)).map(line => line.trim().split(/ {2,}/).slice(0, 2))
  return { exitCode, value: lines[0], steps, errors: errors() }
}

const generated = expect.stringMatching(/^clusters\/a\/one\/fogflow\/kustomization\.yaml:\d+:\d+$/)

describe('the places that have set a field, the last one first', () => {
  it('go from the key of cluster.yaml over what it overrides and the generated file into a config.json', () => {
    expect(ask('ConfigMap/worker-config', 'data.config\\.json.worker.capacity')).toMatchObject({
      exitCode: 0,
      value: '6',
      steps: [
        ['clusters/a/one/cluster.yaml:4:13', 'worker.capacity'],
        ['clusters/a/defaults.yaml:6:21', 'worker.capacity, overridden'],
        [generated, 'generated'],
      ],
    })
  })

  it('go on to the overlay and the base', () => {
    const { value, steps } = ask('StatefulSet/worker', 'spec.replicas', 'one')
    expect([value, steps]).toEqual([
      '3',
      [
        [expect.stringMatching(/^clusters\/a\/one\/cluster\.yaml:3:1$/), 'worker.replicas is not set: its default'],
        [generated, 'generated'],
        [expect.stringMatching(/^overlays\/multi-worker\/kustomization\.yaml:\d+:\d+$/), 'overlay multi-worker'],
        [expect.stringMatching(/^base\/worker\/stateful-set\.yaml:\d+:\d+$/), 'base'],
      ],
    ])
  })

  it('name a feature, and reach sync objects too', () => {
    expect(ask('Ingress/fogflow', 'spec.rules.0.host').steps).toContainEqual([
      'clusters/a/one/cluster.yaml:2:22',
      'ingress.hostname',
    ])
    expect(ask('Ingress/fogflow', 'spec.rules.0.http.paths.0.path').steps).toEqual([
      [expect.stringMatching(/^base\/features\/ingress\/ingress\.yaml:/), 'feature ingress'],
    ])
    expect(ask('GitRepository/fogflow', 'spec.url').steps).toContainEqual([
      'clusters/a/defaults.yaml:4:20',
      'repository.url',
    ])
  })
})

it.each([
  ['a/on', 'Deployment/master', 'spec', 'did you mean "a/one"?'],
  ['onr', 'Deployment/master', 'spec', 'did you mean "a/one"?'],
  ['a/one', 'Deployment/mastr', 'spec', 'did you mean "Deployment/master"?'],
  ['a/one', 'deployment/master', 'spec', 'did you mean "Deployment/master"?'],
  ['a/one', 'Deployment/x', 'spec', 'the cluster has Deployment/'],
  ['a/one', 'Gadget/x', 'spec', 'the cluster has the kinds ConfigMap, '],
  ['a/one', 'master', 'spec', 'write Kind/name'],
  ['a/one', 'LimitRange/tasks', 'spec', 'say which of fogflow-tasks-0/LimitRange/tasks, '],
  ['a/one', 'Deployment/master', 'spec.replica', 'did you mean "replicas"?'],
  ['a/one', 'Deployment/master', 'spec.*', 'wildcard'],
])('what there is not is named, with what there is: %s %s %s', (cluster, resource, field, text) => {
  expect(() => ask(resource, field, cluster)).toThrow(text)
})

it('says when a generated file is not what follows from cluster.yaml, since its keys are not known then', () => {
  const file = join(root, 'clusters/a/one/cluster.yaml')
  writeFileSync(file, settings.replace('6', '7'))
  const { steps, value, errors } = ask('ConfigMap/worker-config', 'data.config\\.json.worker.capacity')
  expect([value, steps, errors]).toEqual([
    '6',
    [[generated, '"capacity": 6,']],
    expect.stringContaining('npm run generate'),
  ])
  writeFileSync(file, 'worker: { capacity: x }\n')
  const { environment, errors: told } = capture(root, root)
  expect(explain({ cluster: 'a/one', resource: 'a', field: 'b' }, environment)).toBe(1)
  expect(told()).toContain('clusters/a/one/cluster.yaml:1:')
})
