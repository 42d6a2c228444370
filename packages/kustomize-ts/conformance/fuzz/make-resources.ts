import type { Random } from './random.ts'
import { makeConfig, makeLabelValue, makeRaw, makeScalar, makeText } from './texts.ts'
import type { Value } from './write-yaml.ts'

/** A resource of a tree, and what others need to refer to it. */
export interface Made {
  readonly apiVersion: string
  readonly kind: string
  readonly name: string
  readonly namespace?: string
  readonly body: { readonly [key: string]: Value }
}

/** Names that resources and references share, so that references often hit. */
export const NAMES: readonly [string, ...string[]] = ['web', 'db', 'app', 'cache']
export const IMAGES: readonly [string, ...string[]] = [
  'nginx',
  'nginx:1.25',
  'reg.io:5000/team/app:v1',
  'redis@sha256:0123',
  'app',
  'quay.io/x/y:latest@sha256:ab',
]

type Make = (name: string, random: Random) => { readonly [key: string]: Value }

const KINDS: Readonly<Record<string, Make>> = {
  'v1 ConfigMap': (_, random) => ({
    data: { ...makeData(random), ...(random.chance(0.6) && { config: makeConfig(random) }) },
  }),
  'v1 Secret': (_, random) => ({ type: 'Opaque', stringData: makeData(random) }),
  'v1 ServiceAccount': (_, random) => ({
    imagePullSecrets: random.times(0, 2, () => ({ name: random.pick(NAMES) })),
    secrets: random.times(0, 2, index => ({ name: `s${index}` })),
  }),
  'v1 Service': (name, random) => ({
    spec: {
      selector: { app: name },
      ports: random.times(1, 3, index => ({
        name: `p${index}`,
        port: 80 + index,
        ...(random.chance(0.5) && { protocol: random.pick(['TCP', 'UDP']) }),
        targetPort: random.pick<Value>(['http', 8080]),
      })),
    },
  }),
  'apps/v1 Deployment': (name, random) => ({
    spec: {
      ...some(random, { replicas: random.pick<Value>([1, 3, { $raw: '"2"' }]) }),
      selector: { matchLabels: { app: name } },
      template: makePod(name, random),
    },
  }),
  'apps/v1 StatefulSet': (name, random) => ({
    spec: {
      serviceName: random.pick(NAMES),
      replicas: 2,
      selector: { matchLabels: { app: name } },
      template: makePod(name, random),
      volumeClaimTemplates: random.times(0, 1, () => ({
        metadata: { name: 'data' },
        spec: { storageClassName: random.pick(NAMES) },
      })),
    },
  }),
  'batch/v1 CronJob': (name, random) => ({
    spec: { schedule: '*/5 * * * *', jobTemplate: { spec: { template: makePod(name, random) } } },
  }),
  'v1 Pod': (name, random) => makePod(name, random),
  'rbac.authorization.k8s.io/v1 Role': (_, random) => ({
    rules: [
      {
        apiGroups: [''],
        resources: random.some(['pods', 'services'], 0.7),
        verbs: ['get'],
        resourceNames: [random.pick(NAMES)],
      },
    ],
  }),
  'rbac.authorization.k8s.io/v1 RoleBinding': (_, random) => makeBinding(random.pick(['Role', 'ClusterRole']), random),
  'rbac.authorization.k8s.io/v1 ClusterRole': () => ({
    rules: [{ apiGroups: ['apps'], resources: ['deployments'], verbs: ['list', '*'] }],
  }),
  'rbac.authorization.k8s.io/v1 ClusterRoleBinding': (_, random) => makeBinding('ClusterRole', random),
  'networking.k8s.io/v1 Ingress': (_, random) => ({
    spec: {
      tls: [{ hosts: ['x.y'], secretName: random.pick(NAMES) }],
      rules: [
        {
          host: 'x.y',
          http: {
            paths: [
              {
                path: '/',
                pathType: 'Prefix',
                backend: { service: { name: random.pick(NAMES), port: { number: 80 } } },
              },
            ],
          },
        },
      ],
    },
  }),
  'autoscaling/v1 HorizontalPodAutoscaler': (_, random) => ({
    spec: { scaleTargetRef: { apiVersion: 'apps/v1', kind: 'Deployment', name: random.pick(NAMES) }, maxReplicas: 5 },
  }),
  'networking.k8s.io/v1 NetworkPolicy': (name, random) => ({
    spec: {
      podSelector: { matchLabels: { app: name } },
      ingress: random.times(0, 1, () => ({ from: [{ podSelector: { matchLabels: { app: random.pick(NAMES) } } }] })),
    },
  }),
  'v1 PersistentVolumeClaim': (_, random) => ({
    spec: { accessModes: ['ReadWriteOnce'], resources: { requests: { storage: makeScalar(random) } } },
  }),
  'v1 Namespace': () => ({}),
  'policy/v1 PodDisruptionBudget': name => ({ spec: { minAvailable: 1, selector: { matchLabels: { app: name } } } }),
  'example.com/v1 Widget': (name, random) => ({
    spec: {
      ref: { name: random.pick([...NAMES, 'gen0', 'gen1']), kind: 'ConfigMap' },
      items: random.times(0, 3, index => ({ name: `i${index}`, value: makeScalar(random) })),
      template: makePod(name, random),
      free: makeScalar(random),
      ...(random.chance(0.6) && { marks: { old: makeText(random) } }),
      ...(random.chance(0.8) && { tag: random.pick(['one', 'two']) }),
    },
  }),
}

/** Many fields are about custom resources, so that these are frequent. */
const KIND_NAMES = [...Object.keys(KINDS), ...Array.from({ length: 5 }, () => 'example.com/v1 Widget')]

export function makeResource(random: Random): Made {
  const type = KIND_NAMES[random.integer(KIND_NAMES.length)] ?? 'v1 ConfigMap'
  const [apiVersion = '', kind = ''] = type.split(' ')
  const name = random.pick(NAMES)
  const namespace = random.chance(0.15) ? random.pick(['default', 'other']) : undefined
  const rest = KINDS[type]?.(name, random) ?? {}
  const { metadata: _, ...fields } = rest
  const metadata = {
    name,
    ...(namespace && { namespace }),
    ...some(random, { labels: makeLabels(name, random) }),
    ...(random.chance(0.3) && { annotations: makeAnnotations(random) }),
  }
  return { apiVersion, kind, name, ...(namespace && { namespace }), body: { apiVersion, kind, metadata, ...fields } }
}

/** The record half of the time. */
function some<T extends object>(random: Random, record: T): T | object {
  return random.chance(0.5) ? record : {}
}

export function makeLabels(name: string, random: Random): { readonly [key: string]: Value } {
  return { app: name, ...(random.chance(0.5) && { tier: makeLabelValue(random) }) }
}

function makeAnnotations(random: Random): { readonly [key: string]: Value } {
  const local = random.chance(0.1) && { 'config.kubernetes.io/local-config': random.pick(['true', 'false', '']) }
  return { note: random.chance(0.3) ? '$(VAR)' : makeText(random), 'a.b/c': makeText(random), ...local }
}

function makeData(random: Random): { readonly [key: string]: Value } {
  const keys: readonly string[] = ['a', 'A', 'a10', 'a2', 'k.conf', '_x', '1', 'yes', 'long-key']
  return Object.fromEntries(random.some(keys, 0.4).map(key => [key, makeText(random)]))
}

function makePod(name: string, random: Random): { readonly [key: string]: Value } {
  return {
    metadata: {
      labels: makeLabels(name, random),
      ...(random.chance(0.2) && { annotations: { note: makeText(random) } }),
    },
    spec: {
      containers: random.times(1, 2, index => makeContainer(index, random)),
      ...(random.chance(0.3) && { initContainers: [makeContainer(0, random)] }),
      ...(random.chance(0.5) && { volumes: random.times(0, 2, index => makeVolume(index, random)) }),
      ...(random.chance(0.3) && { serviceAccountName: random.pick(NAMES) }),
      ...(random.chance(0.2) && { tolerations: [{ key: 'k', operator: 'Exists' }] }),
      ...(random.chance(0.2) && {
        topologySpreadConstraints: [
          {
            topologyKey: 'zone',
            whenUnsatisfiable: 'DoNotSchedule',
            maxSkew: 1,
            labelSelector: { matchLabels: { app: name } },
          },
        ],
      }),
      ...(random.chance(0.2) && { nodeSelector: { disk: makeRaw(random) } }),
    },
  }
}

function makeContainer(index: number, random: Random): Value {
  return {
    name: `c${index}`,
    image: random.pick(IMAGES),
    ...(random.chance(0.3) && { args: random.times(0, 3, () => makeText(random)) }),
    ...(random.chance(0.4) && {
      env: random.times(0, 3, at => ({
        name: `E${at}`,
        ...(random.chance(0.6) ? { value: makeEnvironmentValue(random) } : { valueFrom: makeSource(random) }),
      })),
    }),
    ...(random.chance(0.3) && {
      envFrom: [
        random.chance(0.5)
          ? { configMapRef: { name: random.pick(NAMES) } }
          : { secretRef: { name: random.pick(NAMES) } },
      ],
    }),
    ...(random.chance(0.4) && {
      ports: random.times(0, 3, at => ({
        containerPort: 80 + random.integer(3),
        ...(random.chance(0.5) && { protocol: random.pick(['TCP', 'UDP']) }),
        name: `p${at}`,
      })),
    }),
    ...(random.chance(0.3) && { volumeMounts: random.times(0, 2, at => ({ name: `v${at}`, mountPath: `/m${at}` })) }),
    ...(random.chance(0.2) && { resources: { limits: { cpu: makeRaw(random), memory: '1Gi' } } }),
  }
}

function makeSource(random: Random): Value {
  return random.chance(0.5)
    ? { configMapKeyRef: { name: random.pick(NAMES), key: 'a' } }
    : { secretKeyRef: { name: random.pick(NAMES), key: 'a' } }
}

function makeVolume(index: number, random: Random): Value {
  const name = random.pick(NAMES)
  const sources: readonly [Value, ...Value[]] = [
    { name: `v${index}`, emptyDir: {} },
    { name: `v${index}`, configMap: { name } },
    { name: `v${index}`, secret: { secretName: name } },
    { name: `v${index}`, persistentVolumeClaim: { claimName: name } },
    { name: `v${index}`, projected: { sources: [{ configMap: { name } }, { secret: { name } }] } },
  ]
  return random.pick(sources)
}

function makeBinding(kind: string, random: Random): { readonly [key: string]: Value } {
  return {
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind, name: random.pick(NAMES) },
    subjects: random.times(1, 2, () => ({
      kind: random.pick(['ServiceAccount', 'ServiceAccount', 'User']),
      name: random.pick([...NAMES, 'default']),
      ...(random.chance(0.5) && { namespace: random.pick(['default', 'other']) }),
    })),
  }
}

/** Variables of kustomization files often hit. */
function makeEnvironmentValue(random: Random): string {
  return random.chance(0.5) ? random.pick(['$(VAR)', 'http://$(VAR):80', '$(VAR1)']) : makeText(random)
}
