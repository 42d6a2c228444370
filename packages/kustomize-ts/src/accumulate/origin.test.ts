import { expect, it } from 'vitest'
import { nodeAt } from '../node/node-at.ts'
import { buildFiles, configMap } from '../testing/build-files.ts'

function annotationOf(metadata: string, key: string) {
  const { resources } = buildFiles({
    'kustomization.yaml': `resources: [base]\nbuildMetadata: [${metadata}]\nnamePrefix: a-\nlabels: [{pairs: {x: z}}]`,
    'base/kustomization.yaml': 'resources: [cm.yaml]',
    'base/cm.yaml': configMap('cm'),
  })
  const node = resources[0] && nodeAt(resources[0].root, ['metadata', 'annotations', key])
  return node?.kind === 'scalar' ? node.text : undefined
}

it('a resource says which file it comes from, and what has changed it, when the root asks for it', () => {
  expect(annotationOf('originAnnotations', 'config.kubernetes.io/origin')).toBe('path: base/cm.yaml\n')
  const kinds = annotationOf('transformerAnnotations', 'alpha.config.kubernetes.io/transformations')?.match(/kind: .*/g)
  expect(kinds).toEqual(['kind: PrefixTransformer', 'kind: LabelTransformer', 'kind: LabelTransformer'])
  expect(annotationOf('managedByLabel', 'config.kubernetes.io/origin')).toBeUndefined()
})
