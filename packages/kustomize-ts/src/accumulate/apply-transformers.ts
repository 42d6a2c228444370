import type { Target, Transform } from '../build/target.ts'
import type { Kustomization } from '../kustomization/fields.ts'
import type { Item, Origin } from '../model/item.ts'
import { transformCommonAnnotations } from '../transform/common-annotations.ts'
import { transformImages } from '../transform/images.ts'
import { transformLabels } from '../transform/labels.ts'
import { transformNamePrefix } from '../transform/name-prefix.ts'
import { transformNameSuffix } from '../transform/name-suffix.ts'
import { transformNamespace } from '../transform/namespace.ts'
import { transformPatches } from '../transform/patches.ts'
import { transformPatchesJson6902 } from '../transform/patches-json6902.ts'
import { transformPatchesStrategicMerge } from '../transform/patches-strategic-merge.ts'
import { transformReplacements } from '../transform/replacements.ts'
import { transformReplicas } from '../transform/replicas.ts'
import { type Accumulation, isThere } from './accumulation.ts'
import { noteTransformation, originOfField } from './origin.ts'

interface Transformer {
  /** What kustomize calls it, in its notes on what has changed a resource. */
  readonly kind: string
  readonly transform: Transform
  /** How many transformers the fields make: kustomize notes each of them. */
  readonly count: (fields: Kustomization) => number
}

const one = (value: unknown) => (value === undefined ? 0 : 1)
const oneFor = (list: readonly unknown[] = []) => Math.min(1, list.length)
const each = (...lists: (readonly unknown[] | undefined)[]) => lists.flat().filter(entry => entry !== undefined).length

/** The fields of a kustomization that change what it has gathered, in the order in which kustomize applies them. */
const transformers: readonly Transformer[] = [
  {
    kind: 'PatchStrategicMergeTransformer',
    transform: transformPatchesStrategicMerge,
    count: fields => oneFor(fields.patchesStrategicMerge),
  },
  { kind: 'PatchTransformer', transform: transformPatches, count: fields => each(fields.patches) },
  {
    kind: 'NamespaceTransformer',
    transform: transformNamespace,
    count: fields => one(fields.namespace?.text || undefined),
  },
  {
    kind: 'PrefixTransformer',
    transform: transformNamePrefix,
    count: fields => one(fields.namePrefix?.text || undefined),
  },
  {
    kind: 'SuffixTransformer',
    transform: transformNameSuffix,
    count: fields => one(fields.nameSuffix?.text || undefined),
  },
  { kind: 'LabelTransformer', transform: transformLabels, count: countLabels },
  {
    kind: 'AnnotationsTransformer',
    transform: transformCommonAnnotations,
    count: fields => oneFor([...(fields.commonAnnotations ?? [])]),
  },
  {
    kind: 'PatchJson6902Transformer',
    transform: transformPatchesJson6902,
    count: fields => each(fields.patchesJson6902),
  },
  { kind: 'ReplicaCountTransformer', transform: transformReplicas, count: fields => each(fields.replicas) },
  { kind: 'ImageTagTransformer', transform: transformImages, count: fields => each(fields.images, fields.imageTags) },
  { kind: 'ReplacementTransformer', transform: transformReplacements, count: fields => oneFor(fields.replacements) },
]

/** One for each entry of `labels`, and one more for `commonLabels`, even where only the others are there. */
function countLabels({ labels = [], commonLabels }: Kustomization): number {
  return labels.length === 0 && (commonLabels?.size ?? 0) === 0 ? 0 : labels.length + 1
}

export function applyTransformers(accumulation: Accumulation, target: Target): Accumulation {
  let { items } = accumulation
  for (const { kind, transform, count } of transformers) {
    if (target.build.hasFailed()) break
    const transformed = transform(items, target, accumulation.config).filter(isThere)
    const origin = originOfField(target, kind)
    items = origin === undefined ? transformed : noteTimes(transformed, origin, count(target.kustomization.fields))
  }
  return { ...accumulation, items }
}

function noteTimes(items: readonly Item[], origin: Origin, times: number): readonly Item[] {
  return times === 0 ? items : noteTimes(noteTransformation(items, origin), origin, times - 1)
}
