import type { Surroundings } from './make-fields.ts'
import { type Made, NAMES } from './make-resources.ts'
import type { Random } from './random.ts'
import { makeLabelValue, makeScalar, makeText } from './texts.ts'
import { type Value, writeFlow, writeYaml } from './write-yaml.ts'

/** Strategic merge patches by name, one or two documents. */
export function makePatch({ random, resources }: Surroundings): string {
  const chosen = random.some(resources, 0.4).slice(0, 2)
  const [first] = resources
  const targets = chosen.length === 0 && first ? [first] : chosen
  return targets.map(target => writeYaml(makeMerge(target, random), random)).join('---\n')
}

/** A patch for what a target selects: a strategic merge or a JSON 6902 patch. */
export function makeTargetedPatch({ random, resources }: Surroundings): string {
  const [first] = resources
  if (first && random.chance(0.5)) return writeYaml(makeMerge(first, random), random)
  const operations = random.times(1, 2, () => makeOperation(random))
  return random.chance(0.5) ? writeFlow(operations) : writeYaml(operations as Value, random)
}

/** Something of the right kind, so that most patches apply. */
export function makeTarget({ random, resources }: Surroundings): Value {
  const resource = resources[random.integer(Math.max(resources.length, 1))]
  const kind = resource?.kind ?? 'Deployment'
  return random.pick<Value>([
    { kind },
    { kind, name: resource?.name ?? 'web' },
    { kind: `${kind}|Secret`, name: '.*' },
    { name: `${random.pick(NAMES).slice(0, 2)}.*` },
    { kind, labelSelector: random.pick(['app=web', 'app', 'tier in (a, b),app!=db', '!tier']) },
    { kind, annotationSelector: 'note' },
    { group: 'apps', version: 'v1' },
    { kind, namespace: random.pick(['default', 'prod', 'oth.*']) },
  ])
}

function makeOperation(random: Random): { readonly [key: string]: Value } {
  if (random.chance(0.15)) return makeMoveOfValue(random)
  const annotations = { a: makeText(random), 'b/c': makeText(random) }
  return random.pick<{ readonly [key: string]: Value }>([
    { op: 'add', path: '/metadata/annotations', value: annotations },
    { op: 'add', path: '/metadata/labels', value: { patched: makeLabelValue(random) } },
    {
      op: 'add',
      path: '/extra',
      value: { n: random.pick<Value>([1, 1.5, 12345678, true, null, 'x']), t: makeText(random), l: [1, 'a'] },
    },
    { op: 'replace', path: '/metadata/name', value: 'renamed' },
    { op: 'test', path: '/missing', value: null },
    { op: 'copy', from: '/kind', path: '/copied' },
  ])
}

/** Places with values of any type. */
const VALUES: readonly [string, ...string[]] = [
  '/spec/free',
  '/spec/free',
  '/spec/items/0',
  '/spec/items',
  '/spec/items/-',
  '/spec/marks',
  '/spec/marks/old',
  '/spec/template/spec/nodeSelector',
  '/spec/template/spec/containers/0/args',
  '/spec/template/metadata/labels/app',
  '/spec/replicas',
  '/spec',
  '/metadata/labels',
  '/data',
]

function makeMoveOfValue(random: Random): { readonly [key: string]: Value } {
  const path = random.pick(VALUES)
  const op = random.pick(['add', 'add', 'add', 'replace', 'copy', 'move', 'remove'])
  if (op === 'copy' || op === 'move') return { op, from: path, path: random.pick([...VALUES, '/extra']) }
  return op === 'remove' ? { op, path } : { op, path, value: makeAnyValue(random) }
}

function makeAnyValue(random: Random): Value {
  const scalar = makeScalar(random)
  return random.pick<Value>([
    scalar,
    scalar,
    scalar,
    [scalar, makeScalar(random)],
    { name: 'i0', value: scalar },
    {},
    [],
  ])
}

function makeMerge(target: Made, random: Random): Value {
  const metadata = { name: target.name, ...(target.namespace && { namespace: target.namespace }) }
  const labels = random.chance(0.3) && {
    labels: { patched: makeLabelValue(random), tier: random.pick<Value>([null, 'b']) },
  }
  const annotations = random.chance(0.3) && { annotations: { note: makeText(random) } }
  const head = {
    apiVersion: target.apiVersion,
    kind: target.kind,
    metadata: { ...metadata, ...labels, ...annotations },
  }
  if (random.chance(0.03)) return { ...head, $patch: 'delete' }
  return { ...head, ...makeChange(target.kind, random) }
}

function makeChange(kind: string, random: Random): { readonly [key: string]: Value } {
  switch (kind) {
    case 'Deployment':
    case 'StatefulSet':
      return {
        spec: {
          ...(random.chance(0.4) && { replicas: makeScalar(random) }),
          template: { spec: makePodChange(random) },
        },
      }
    case 'Pod':
      return { spec: makePodChange(random) }
    case 'CronJob':
      return { spec: { jobTemplate: { spec: { template: { spec: makePodChange(random) } } } } }
    case 'ConfigMap':
      return { data: { a: makeText(random), new: makeText(random), ...(random.chance(0.3) && { a2: null }) } }
    case 'Secret':
      return { stringData: { a: makeText(random) } }
    case 'Service':
      return {
        spec: {
          ports: random.times(1, 2, index => ({
            port: 80 + index,
            ...(random.chance(0.5) && { protocol: 'TCP' }),
            nodePort: 30000,
          })),
        },
      }
    case 'Widget':
      return {
        spec: {
          items: [{ name: 'i0', value: makeScalar(random) }],
          free: makeScalar(random),
          added: { deep: [makeScalar(random)] },
        },
      }
    default:
      return {}
  }
}

function makePodChange(random: Random): Value {
  return {
    ...(random.chance(0.7) && { containers: random.times(1, 2, () => makeContainerChange(random)) }),
    ...(random.chance(0.3) && {
      volumes: [{ name: 'v0', ...(random.chance(0.3) ? { $patch: 'delete' } : { emptyDir: {} }) }],
    }),
    ...(random.chance(0.2) && { tolerations: [{ key: 'new' }] }),
    ...(random.chance(0.2) && {
      nodeSelector: random.pick<Value>([null, { disk: makeScalar(random) }, { $patch: 'replace', zone: 'a' }]),
    }),
  }
}

function makeContainerChange(random: Random): Value {
  return {
    name: `c${random.integer(3)}`,
    ...(random.chance(0.4) && { image: makeText(random) }),
    ...(random.chance(0.4) && { env: [{ name: `E${random.integer(3)}`, value: makeScalar(random) }] }),
    ...(random.chance(0.3) && {
      ports: [{ containerPort: 80 + random.integer(3), ...(random.chance(0.7) && { protocol: 'TCP' }), hostPort: 1 }],
    }),
    ...(random.chance(0.2) && { args: [makeText(random)] }),
    ...(random.chance(0.1) && { $patch: random.pick(['delete', 'replace']) }),
  }
}
