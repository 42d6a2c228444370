import type { Transform } from '../build/target.ts'
import { transformCommonAnnotations } from '../transform/common-annotations.ts'
import { transformLabels } from '../transform/labels.ts'
import { transformNamePrefix } from '../transform/name-prefix.ts'
import { transformNameSuffix } from '../transform/name-suffix.ts'
import { transformNamespace } from '../transform/namespace.ts'
import { transformReplicas } from '../transform/replicas.ts'

/** The fields of a kustomization that change what it has gathered, in the order in which kustomize applies them. */
export const transformers: readonly Transform[] = [
  transformNamespace,
  transformNamePrefix,
  transformNameSuffix,
  transformLabels,
  transformCommonAnnotations,
  transformReplicas,
]
