import { describe, expect, it } from 'vitest'
import type { Manifest } from '../../scripts/model/resource.ts'
import { generateFor, openRender } from './matrix.ts'

const digest = `sha256:${'0123456789abcdef'.repeat(4)}`

const common = `
repository: { url: "https://git.example.org/f.git", branch: live }
engine: flux
namespace: iot
taskNamespace: iot-jobs
nodes:
  arch: amd64
  labels: { example.org/pool: fogflow, zone: "1" }
  taints: ["dedicated=fogflow:NoSchedule", "example.org/slow:NoExecute"]
images:
  broker: { name: registry.example.org/fogflow/broker, digest: "${digest}" }
  worker: { tag: "3.2.8-1" }
  busybox: { name: registry.example.org/busybox }
`
const fleet = generateFor(
  new Map([
    [
      'x/cloud',
      `${common}
role: cloud
topology: multi-master
site: { id: "1", location: { latitude: 1.5, longitude: -2 } }
address: "2001:db8::5"
broker: { replicas: 3, addresses: ["a.example.org", "b.example.org", 192.0.2.3] }
worker: { replicas: 2, capacity: 3 }
ingress: { hostname: fogflow.example.org, className: traefik, tls: fogflow-tls }
storage: { className: fast, sizes: { designer: 7Gi } }
`,
    ],
    [
      'x/edge',
      `${common}
role: edge
cloud: cloud
site: { id: "2", location: { latitude: 0, longitude: 0 } }
address: "2001:db8::7"
`,
    ],
    [
      'x/old',
      `${common}
role: cloud
topology: single-node
kubernetes: "1.35"
release: "3.2.6"
site: { id: "3", location: { latitude: 0, longitude: 0 } }
address: 192.0.2.33
features: [external-ips, docker-tasks]
storage: { className: fast, sizes: { dgraph: 9Gi } }
`.replace('tag: "3.2.8-1"', 'tag: "3.2.6-1"'),
    ],
  ]),
)
const render = openRender(fleet.files)
const cloud = render('clusters/x/cloud/platform', 'clusters/x/cloud/fogflow').map(({ value }) => value)
const edge = render('clusters/x/edge/platform', 'clusters/x/edge/fogflow').map(({ value }) => value)
const old = render('clusters/x/old/platform', 'clusters/x/old/fogflow').map(({ value }) => value)

/** What stands at a path of plain data. */
const get = (value: unknown, ...path: readonly (string | number)[]): unknown =>
  path.reduce<unknown>((part, step) => (part as Readonly<Record<string, unknown>> | undefined)?.[step], value)
const list = (value: unknown, ...path: readonly string[]) => (get(value, ...path) ?? []) as readonly unknown[]

function find(all: readonly Manifest[], kind: string, name: string): Manifest {
  const found = all.find(one => one.kind === kind && String(get(one, 'metadata', 'name')).startsWith(name))
  if (!found) throw new Error(`no ${kind} ${name}`)
  return found
}

const podsOf = (all: readonly Manifest[]) =>
  all
    .filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
    .map(one => get(one, 'spec', 'template', 'spec'))
const configOf = (all: readonly Manifest[], component: string): unknown =>
  JSON.parse(String(get(find(all, 'ConfigMap', `${component}-config`), 'data', 'config.json')))

describe('settings of a cluster come out', () => {
  it('as the namespaces of everything', () => {
    const namespaces = cloud.map(one => get(one, 'metadata', one.kind === 'Namespace' ? 'name' : 'namespace'))
    expect([...new Set(namespaces)].sort()).toEqual(['iot', 'iot-jobs-0', 'iot-jobs-1'])
    expect(get(configOf(cloud, 'worker'), 'worker')).toMatchObject({
      app_namespace: 'iot-jobs-${POD_INDEX}',
      capacity: 3,
    })
    expect(get(find(cloud, 'RoleBinding', 'worker'), 'subjects')).toMatchObject([{ namespace: 'iot' }])
  })

  it('as what all pods tolerate besides what their topology says, and where they run', () => {
    for (const pod of podsOf(cloud)) {
      expect(get(pod, 'tolerations')).toEqual(
        expect.arrayContaining([
          { key: 'dedicated', operator: 'Equal', value: 'fogflow', effect: 'NoSchedule' },
          { key: 'example.org/slow', operator: 'Exists', effect: 'NoExecute' },
        ]),
      )
      expect(get(pod, 'nodeSelector')).toEqual({
        'example.org/pool': 'fogflow',
        zone: '1',
        'kubernetes.io/arch': 'amd64',
      })
    }
    const master = find(cloud, 'Deployment', 'master')
    expect(get(master, 'spec', 'template', 'spec', 'tolerations')).toContainEqual(
      expect.objectContaining({ key: 'node-role.kubernetes.io/control-plane' }),
    )
  })

  it('as images', () => {
    const images = podsOf(cloud)
      .flatMap(pod => [...list(pod, 'containers'), ...list(pod, 'initContainers')])
      .map(container => String(get(container, 'image')))
    expect(images).toContain(`registry.example.org/fogflow/broker@${digest}`)
    expect(images).toContain('fogflow/worker:3.2.8-1')
    const busybox = images.filter(image => image.includes('busybox'))
    expect(busybox.length).toBeGreaterThan(0)
    for (const image of busybox) expect(image).toMatch(/^registry\.example\.org\/busybox:/)
  })

  it('as addresses: one a shard, published and told to the shard itself', () => {
    expect(configOf(cloud, 'broker')).toMatchObject({
      my_hostip: '${BROKER_ADDRESS_OF_POD}',
      external_ip: '${BROKER_ADDRESS_OF_POD}',
      broker: { host_ip: '${BROKER_ADDRESS_OF_POD}', http_port: 8070 },
    })
    const services = cloud.filter(one => one.kind === 'Service' && get(one, 'spec', 'type') === 'LoadBalancer')
    expect(services.map(one => [get(one, 'metadata', 'name'), get(one, 'spec', 'loadBalancerIP')])).toEqual([
      ['broker-shard-0', undefined],
      ['broker-shard-1', undefined],
      ['broker-shard-2', '192.0.2.3'],
      ['nginx', '2001:db8::5'],
      ['rabbitmq', '2001:db8::5'],
    ])
  })

  it('as the cloud of an edge, in brackets where it is an IPv6 address', () => {
    expect(configOf(edge, 'broker')).toMatchObject({
      coreservice_ip: '[2001:db8::5]',
      discovery: { host_ip: '[2001:db8::5]', http_port: 80 },
      broker: { host_ip: '[2001:db8::7]', http_port: 8060 },
    })
    expect(JSON.stringify(find(edge, 'StatefulSet', 'worker'))).toContain('amqp://[2001:db8::5]:5672')
  })

  it('as quotas, storage and an Ingress', () => {
    expect(get(find(cloud, 'ResourceQuota', 'tasks'), 'spec', 'hard')).toMatchObject({
      pods: '6',
      'limits.memory': '3Gi',
    })
    expect(find(cloud, 'PersistentVolumeClaim', 'designer').spec).toMatchObject({
      storageClassName: 'fast',
      resources: { requests: { storage: '7Gi' } },
    })
    expect(find(cloud, 'Ingress', 'fogflow').spec).toMatchObject({
      ingressClassName: 'traefik',
      rules: [{ host: 'fogflow.example.org' }],
      tls: [{ hosts: ['fogflow.example.org'], secretName: 'fogflow-tls' }],
    })
  })

  it('as features of an older release: external addresses, Docker, Dgraph', () => {
    expect(get(find(old, 'Service', 'nginx'), 'spec', 'externalIPs')).toEqual(['192.0.2.33'])
    expect(get(find(old, 'Namespace', 'iot'), 'metadata', 'labels')).toMatchObject({
      'pod-security.kubernetes.io/enforce': 'privileged',
    })
    const [claim] = list(find(old, 'StatefulSet', 'dgraph'), 'spec', 'volumeClaimTemplates')
    expect(get(claim, 'spec')).toMatchObject({ storageClassName: 'fast', resources: { requests: { storage: '9Gi' } } })
    expect(get(configOf(old, 'designer'), 'persistent_storage')).toEqual({ host_ip: 'dgraph', port: 9080 })
  })
})
