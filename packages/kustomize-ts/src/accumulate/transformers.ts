import type { Transform } from '../build/target.ts'
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

/** The fields of a kustomization that change what it has gathered, in the order in which kustomize applies them. */
export const transformers: readonly Transform[] = [
  transformPatchesStrategicMerge,
  transformPatches,
  transformNamespace,
  transformNamePrefix,
  transformNameSuffix,
  transformLabels,
  transformCommonAnnotations,
  transformPatchesJson6902,
  transformReplicas,
  transformImages,
  transformReplacements,
]
