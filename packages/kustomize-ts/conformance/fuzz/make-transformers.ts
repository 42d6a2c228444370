import type { Surroundings } from './make-fields.ts'
import { makePatch, makeTarget } from './make-patches.ts'
import { makeReplacements } from './make-replacements.ts'
import { makeLabelValue, makeText } from './texts.ts'
import { type Value, writeYaml } from './write-yaml.ts'

/** The configuration of one of kustomize's built-in transformers. */
export function makeTransformer(around: Surroundings): Value {
  const { random, resources } = around
  const kinds = Object.entries(TRANSFORMERS)
  const [kind, make] = kinds[random.integer(kinds.length)] ?? ['HashTransformer', () => ({})]
  const name = resources[0]?.name ?? 'web'
  return { apiVersion: 'builtin', kind, metadata: { name: 'transformer' }, ...make(around, name) }
}

type Make = (around: Surroundings, name: string) => { readonly [key: string]: Value }

const TRANSFORMERS: Readonly<Record<string, Make>> = {
  PrefixTransformer: () => ({ prefix: 't-', fieldSpecs: [{ path: 'metadata/name' }] }),
  SuffixTransformer: () => ({ suffix: '-t', fieldSpecs: [{ path: 'metadata/name', kind: 'ConfigMap' }] }),
  LabelTransformer: ({ random }) => ({
    labels: { t: makeLabelValue(random) },
    fieldSpecs: [{ path: 'metadata/labels', create: true }],
  }),
  AnnotationsTransformer: ({ random }) => ({
    annotations: { t: makeText(random) },
    fieldSpecs: [{ path: 'metadata/annotations', create: true }],
  }),
  NamespaceTransformer: ({ random }) => ({
    metadata: { name: 'transformer', namespace: 'moved' },
    setRoleBindingSubjects: random.pick(['none', 'allServiceAccounts', 'defaultOnly']),
    ...(random.chance(0.5) && { unsetOnly: random.chance(0.5) }),
  }),
  ImageTagTransformer: ({ random }) => ({
    imageTag: { name: 'nginx', newTag: 't' },
    ...(random.chance(0.5) && { fieldSpecs: [{ path: 'spec/template/spec/containers[]/image' }] }),
  }),
  PatchTransformer: (_, name) => ({
    patch: '[{"op": "add", "path": "/metadata/annotations", "value": {"t": "x"}}]',
    target: { name },
  }),
  HashTransformer: () => ({}),
  PatchStrategicMergeTransformer: around => ({ patches: makePatch(around) }),
  PatchJson6902Transformer: ({ random, resources }, name) => ({
    target: { version: 'v1', kind: resources[0]?.kind ?? 'Pod', name },
    jsonOp: writeYaml([{ op: 'add', path: '/metadata/labels', value: { json: makeText(random) } }], random),
  }),
  ReplicaCountTransformer: ({ random }, name) => ({
    replica: { name, count: random.integer(5) },
    fieldSpecs: [{ path: 'spec/replicas', create: true, kind: random.pick(['Deployment', 'StatefulSet']) }],
  }),
  ReplacementTransformer: around => ({ replacements: makeReplacements(around) }),
  ValueAddTransformer: around => ({
    value: makeText(around.random),
    targets: [
      {
        selector: makeTarget(around),
        fieldPath: around.random.pick(['spec/added', 'metadata/namespace', 'spec/template/new']),
      },
    ],
  }),
}
