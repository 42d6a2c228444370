import type { Target, Transform } from '../build/target.ts'
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

/** What kustomize calls a transformer, in its notes on what has changed a resource, and the field it is for. */
type Transformer = readonly [kind: string, transform: Transform]

/** The fields of a kustomization that change what it has gathered, in the order in which kustomize applies them. */
const transformers: readonly Transformer[] = [
  ['PatchStrategicMergeTransformer', transformPatchesStrategicMerge],
  ['PatchTransformer', transformPatches],
  ['NamespaceTransformer', transformNamespace],
  ['PrefixTransformer', transformNamePrefix],
  ['SuffixTransformer', transformNameSuffix],
  ['LabelTransformer', transformLabels],
  ['AnnotationsTransformer', transformCommonAnnotations],
  ['PatchJson6902Transformer', transformPatchesJson6902],
  ['ReplicaCountTransformer', transformReplicas],
  ['ImageTagTransformer', transformImages],
  ['ReplacementTransformer', transformReplacements],
]

export function applyTransformers(accumulation: Accumulation, target: Target): Accumulation {
  let { items } = accumulation
  for (const [kind, transform] of transformers) {
    if (target.build.hasFailed()) break
    for (const edit of transform(target, accumulation.config)) {
      items = noteTransformation(edit(items).filter(isThere), originOfField(target, kind))
    }
  }
  return { ...accumulation, items }
}
