import type { Decoder, Struct } from './decode.ts'
import { anything, flag, integer, list, struct, text, textMap } from './decode.ts'

type Of<D> = D extends Decoder<infer T> ? T : never

const gvk = { group: text, version: text, kind: text }

export const fieldSpec = struct({ ...gvk, path: text, create: flag })

export const nameReference = struct({ ...gvk, fieldSpecs: list(fieldSpec) })

export const selector = struct({
  ...gvk,
  name: text,
  namespace: text,
  annotationSelector: text,
  labelSelector: text,
})

export const patchOptions = struct({ allowNameChange: flag, allowKindChange: flag })

export const patch = struct({
  path: text,
  patch: text,
  target: selector,
  options: patchOptions,
})

export const generatorOptions = struct({
  labels: textMap,
  annotations: textMap,
  disableNameSuffixHash: flag,
  immutable: flag,
})

export const generatorFields = {
  namespace: text,
  name: text,
  behavior: text,
  literals: list(text),
  files: list(text),
  envs: list(text),
  env: text,
  options: generatorOptions,
}

export const configMapArgs = struct(generatorFields)
export const secretArgs = struct({ ...generatorFields, type: text })

export const image = struct({ name: text, newName: text, tagSuffix: text, newTag: text, digest: text })
export const replica = struct({ name: text, count: integer })

export const label = struct({
  pairs: textMap,
  includeSelectors: flag,
  includeTemplates: flag,
  fields: list(fieldSpec),
})

const fieldOptions = struct({ delimiter: text, index: integer, encoding: text, create: flag })

const replacementFields = {
  source: struct({ ...gvk, name: text, namespace: text, fieldPath: text, options: fieldOptions }),
  sourceValue: text,
  targets: list(struct({ select: selector, reject: list(selector), fieldPaths: list(text), options: fieldOptions })),
}

export const replacement = struct(replacementFields)
export const replacementEntry = struct({ ...replacementFields, path: text })

export const sortOptions = struct({
  order: text,
  legacySortOptions: struct({ orderFirst: list(text), orderLast: list(text) }),
})

export const variable = struct({
  name: text,
  objref: struct({ apiVersion: text, ...gvk, name: text, namespace: text }),
  fieldref: struct({ fieldPath: text }),
})

/** Every field of a kustomization file in kustomize 5.8.1 (`types.Kustomization` of its api module, v0.21.1). */
const fields = {
  apiVersion: text,
  kind: text,
  metadata: struct({ name: text, namespace: text, labels: textMap, annotations: textMap }),
  openapi: textMap,
  namePrefix: text,
  nameSuffix: text,
  namespace: text,
  commonLabels: textMap,
  labels: list(label),
  commonAnnotations: textMap,
  patchesStrategicMerge: list(text),
  patchesJson6902: list(patch),
  patches: list(patch),
  images: list(image),
  imageTags: list(image),
  replacements: list(replacementEntry),
  replicas: list(replica),
  vars: list(variable),
  sortOptions,
  resources: list(text),
  components: list(text),
  crds: list(text),
  bases: list(text),
  configMapGenerator: list(configMapArgs),
  secretGenerator: list(secretArgs),
  helmGlobals: anything,
  helmCharts: anything,
  helmChartInflationGenerator: anything,
  generatorOptions,
  configurations: list(text),
  generators: list(text),
  transformers: list(text),
  validators: list(text),
  buildMetadata: list(text),
}

export const kustomization = struct(fields)

export type Kustomization = Struct<typeof fields>
export type KustomizationField = keyof typeof fields
export type Selector = Of<typeof selector>
export type Patch = Of<typeof patch>
export type GeneratorOptions = Of<typeof generatorOptions>
export type ConfigMapArgs = Of<typeof configMapArgs>
export type SecretArgs = Of<typeof secretArgs>
export type Image = Of<typeof image>
export type Replica = Of<typeof replica>
export type Label = Of<typeof label>
export type Replacement = Of<typeof replacement>
export type SortOptions = Of<typeof sortOptions>
export type Variable = Of<typeof variable>
export type FieldSpecArgs = Of<typeof fieldSpec>
