import { makePatch, makeTarget, makeTargetedPatch } from './make-patches.ts'
import { makeReplacements } from './make-replacements.ts'
import { IMAGES, type Made, makeLabels, NAMES } from './make-resources.ts'
import { makeTransformer } from './make-transformers.ts'
import type { Random } from './random.ts'
import { makeLabelValue, makeText } from './texts.ts'
import { pickValuePath } from './value-paths.ts'
import { makeWidgetCrd, widgetSchema } from './widget-types.ts'
import { type Value, writeYaml } from './write-yaml.ts'

/** What a field can refer to, and where it can put files. */
export interface Surroundings {
  readonly random: Random
  readonly resources: readonly Made[]
  /** Adds a file beside the kustomization and returns its path there. */
  readonly addFile: (name: string, content: string) => string
}

/** A field of a kustomization with the probability that it is there. */
interface FieldMaker {
  readonly probability: number
  readonly make: (around: Surroundings) => Value
}

export const FIELDS: Readonly<Record<string, FieldMaker>> = {
  namespace: { probability: 0.3, make: ({ random }) => random.pick(['prod', 'other', 'default']) },
  namePrefix: { probability: 0.3, make: ({ random }) => random.pick(['p-', 'x1-']) },
  nameSuffix: { probability: 0.2, make: ({ random }) => random.pick(['-s', '-v2']) },
  commonLabels: { probability: 0.15, make: ({ random }) => makeLabels('web', random) },
  commonAnnotations: {
    probability: 0.25,
    make: ({ random }) => ({ team: makeText(random), 'x.y/z': makeText(random) }),
  },
  labels: { probability: 0.25, make: ({ random }) => random.times(1, 2, () => makeLabelEntry(random)) },
  images: { probability: 0.35, make: ({ random }) => random.times(1, 3, () => makeImage(random)) },
  imageTags: { probability: 0.2, make: ({ random }) => random.times(1, 3, () => makeImage(random)) },
  replicas: { probability: 0.35, make: makeReplicas },
  configMapGenerator: {
    probability: 0.3,
    make: around => around.random.times(1, 2, index => makeGenerator(`gen${index}`, around)),
  },
  secretGenerator: {
    probability: 0.25,
    make: around =>
      around.random.times(1, 2, index => ({
        ...makeGenerator(`sec${index}`, around),
        ...(around.random.chance(0.3) && { type: 'kubernetes.io/tls' }),
      })),
  },
  generatorOptions: { probability: 0.25, make: ({ random }) => makeOptions(random) },
  patches: { probability: 0.5, make: around => around.random.times(1, 3, index => makePatchEntry(index, around)) },
  patchesStrategicMerge: {
    probability: 0.2,
    make: around => around.random.times(1, 2, index => makeMergeFile(index, around)),
  },
  patchesJson6902: { probability: 0.15, make: makeJsonPatches },
  replacements: { probability: 0.25, make: makeReplacements },
  sortOptions: { probability: 0.15, make: ({ random }) => makeSortOptions(random) },
  buildMetadata: {
    probability: 0.1,
    make: ({ random }) => random.some(['managedByLabel', 'originAnnotations', 'transformerAnnotations'], 0.5),
  },
  configurations: {
    probability: 0.3,
    make: ({ addFile, random }) => [addFile('config.yaml', writeYaml(makeConfiguration(random), random))],
  },
  transformers: {
    probability: 0.15,
    make: around => [around.addFile('transformer.yaml', writeYaml(makeTransformer(around), around.random))],
  },
  generators: {
    probability: 0.1,
    make: around => [around.addFile('generator.yaml', writeYaml(makeConfigGenerator(around), around.random))],
  },
  vars: { probability: 0.4, make: makeVars },
  openapi: { probability: 0.25, make: ({ addFile }) => ({ path: addFile('schema.json', widgetSchema) }) },
  crds: { probability: 0.4, make: ({ addFile, random }) => [addFile('crd.json', makeWidgetCrd(random))] },
}

function makeLabelEntry(random: Random): Value {
  return {
    pairs: { env: makeLabelValue(random), ...(random.chance(0.3) && { app: 'new' }) },
    ...(random.chance(0.4) && { includeSelectors: random.chance(0.7) }),
    ...(random.chance(0.4) && { includeTemplates: random.chance(0.7) }),
    ...(random.chance(0.2) && { fields: [{ path: 'spec/extra/labels', kind: 'Widget', create: random.chance(0.5) }] }),
  }
}

function makeImage(random: Random): Value {
  return {
    name: random.pick([...IMAGES.map(image => image.replace(/[:@](?!5000).*/, '')), 'ngin.'] as unknown as [
      string,
      ...string[],
    ]),
    ...(random.chance(0.4) && { newName: random.pick(['new/name', 'r.io:1/x']) }),
    ...(random.chance(0.5) && { newTag: random.pick(['v9', '1.10', 'true']) }),
    ...(random.chance(0.2) && { digest: 'sha256:beef' }),
    ...(random.chance(0.1) && { tagSuffix: '-alpine' }),
  }
}

function makeReplicas({ random, resources }: Surroundings): Value {
  const scaled = resources.filter(({ kind }) => kind === 'Deployment' || kind === 'StatefulSet')
  const names = [...new Set(scaled.map(resource => resource.name))]
  return random.some(names, 0.7).map(name => ({ name, count: random.integer(5) }))
}

function makeOptions(random: Random): Value {
  return {
    ...(random.chance(0.4) && { labels: { made: makeLabelValue(random) } }),
    ...(random.chance(0.4) && { annotations: { made: makeText(random) } }),
    ...(random.chance(0.4) && { disableNameSuffixHash: random.chance(0.7) }),
    ...(random.chance(0.2) && { immutable: true }),
  }
}

function makeGenerator(name: string, { random, addFile }: Surroundings): { readonly [key: string]: Value } {
  const envs = `# comment\nE1=one\nE2=a=b\n\n  E3=x y \nE4=\n`
  return {
    name: random.pick([name, `${name}-${random.integer(99)}`, `${random.pick(NAMES)}-${random.integer(99)}`]),
    ...(random.chance(0.2) && { namespace: random.pick(['prod', 'other']) }),
    literals: random.times(
      1,
      3,
      index => `L${index}=${random.pick(['v', '"quoted"', "'q'", 'a=b', '']) + oneLine(makeText(random))}`,
    ),
    ...(random.chance(0.3) && {
      files: [
        random.chance(0.5)
          ? addFile(`${name}.txt`, makeText(random))
          : `key=${addFile(`${name}.txt`, makeText(random))}`,
      ],
    }),
    ...(random.chance(0.2) && { envs: [addFile(`${name}.env`, envs)] }),
    ...(random.chance(0.3) && { options: makeOptions(random) }),
    ...(random.chance(0.05) && { behavior: random.pick(['merge', 'replace', 'create']) }),
  }
}

function oneLine(text: string): string {
  return text.replace(/[\r\n]/g, ' ')
}

function makePatchEntry(index: number, around: Surroundings): Value {
  const { random, addFile } = around
  const isTargeted = random.chance(0.5)
  const text = isTargeted ? makeTargetedPatch(around) : makePatch(around)
  const patch = random.chance(0.5) ? { patch: text } : { path: addFile(`patch-${index}.yaml`, text) }
  return {
    ...patch,
    ...(isTargeted && { target: makeTarget(around) }),
    ...(random.chance(0.1) && { options: { allowNameChange: true } }),
  }
}

function makeMergeFile(index: number, around: Surroundings): Value {
  const text = makePatch(around)
  return around.random.chance(0.5) ? text : around.addFile(`merge-${index}.yaml`, text)
}

function makeJsonPatches(around: Surroundings): Value {
  const { random, resources, addFile } = around
  return random.some(resources, 0.3).map((resource, index) => {
    const [group, version] = resource.apiVersion.includes('/')
      ? resource.apiVersion.split('/')
      : ['', resource.apiVersion]
    const patch = writeYaml([{ op: 'add', path: '/metadata/labels', value: { json: makeText(random) } }], random)
    const target = { ...(group && { group }), version: version ?? '', kind: resource.kind, name: resource.name }
    return random.chance(0.5) ? { target, patch } : { target, path: addFile(`json-${index}.yaml`, patch) }
  })
}

function makeSortOptions(random: Random): Value {
  if (random.chance(0.4)) return { order: 'fifo' }
  return {
    order: 'legacy',
    ...(random.chance(0.5) && {
      legacySortOptions: { orderFirst: ['Secret', 'Deployment'], orderLast: ['Service', 'Widget'] },
    }),
  }
}

function makeConfiguration(random: Random): Value {
  const all: { readonly [key: string]: Value } = {
    nameReference: [{ kind: 'ConfigMap', version: 'v1', fieldSpecs: [{ path: 'spec/ref/name', kind: 'Widget' }] }],
    commonLabels: [{ path: 'spec/extra/labels', kind: 'Widget', create: true }],
    namePrefix: [{ path: 'spec/prefix', kind: 'Widget', create: random.chance(0.5) }],
    images: [{ path: 'spec/template/spec/containers/image', kind: 'Widget' }],
    replicas: [{ path: 'spec/size', kind: 'Widget', create: true }],
    commonAnnotations: [{ path: 'spec/notes', kind: 'Widget', create: true }],
    namespace: [{ path: 'spec/namespace', kind: 'Widget', create: true }],
  }
  return Object.fromEntries(random.some(Object.entries(all), 0.4))
}

function makeConfigGenerator({ random }: Surroundings): Value {
  const kind = random.pick(['ConfigMapGenerator', 'SecretGenerator'])
  return { apiVersion: 'builtin', kind, metadata: { name: 'made' }, literals: [`a=${oneLine(makeText(random))}`] }
}

function makeVars({ random, resources }: Surroundings): Value {
  return random.some(resources, 0.5).map((resource, index) => ({
    name: `VAR${random.chance(0.8) && index === 0 ? '' : index}`,
    objref: { apiVersion: resource.apiVersion, kind: resource.kind, name: resource.name },
    ...(random.chance(0.3) && {
      fieldref: {
        fieldpath: random.chance(0.7)
          ? random.pick(['metadata.name', 'apiVersion', 'kind'])
          : pickValuePath(resource.kind, random).replace('.0', '[0]'),
      },
    }),
  }))
}
