import type { Target } from '../build/target.ts'
import { type Generated, generateObject } from '../generate/generate-object.ts'

/** What the generator fields of a kustomization make, in kustomize's order. */
export function runGenerators({ kustomization, loader }: Target): readonly Generated[] {
  const { configMapGenerator = [], secretGenerator = [], generatorOptions } = kustomization.fields
  return [
    ...configMapGenerator.map(args => generateObject('ConfigMap', args, generatorOptions, loader)),
    ...secretGenerator.map(args => generateObject('Secret', args, generatorOptions, loader)),
  ].flatMap(generated => generated ?? [])
}
