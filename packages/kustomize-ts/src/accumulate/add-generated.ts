import type { Target } from '../build/target.ts'
import { absorbGenerated } from '../generate/absorb-generated.ts'
import { type Generated, generateObject } from '../generate/generate-object.ts'
import type { Origin } from '../model/item.ts'
import { findGenerator } from '../plugin/find-plugin.ts'
import type { Accumulation } from './accumulation.ts'
import { gatherConfigs } from './gather-configs.ts'
import { originOfField, originOfPlugin } from './origin.ts'

/** What the generator fields of a kustomization make, in kustomize's order, on top of what is there. */
export function addGenerated(accumulation: Accumulation, target: Target): Accumulation {
  const { configMapGenerator = [], secretGenerator = [], generators } = target.kustomization.fields
  const generated = [
    ...configMapGenerator.flatMap(args => generateField('ConfigMap', args, target)),
    ...secretGenerator.flatMap(args => generateField('Secret', args, target)),
    ...gatherConfigs(generators, target).flatMap(config => {
      const made = findGenerator(config, target)?.(config.root, target) ?? []
      return made.map(object => fromOrigin(object, originOfPlugin(config)))
    }),
  ]
  return { ...accumulation, items: absorbGenerated(accumulation.items, generated, target.build) }
}

function generateField(
  kind: 'ConfigMap' | 'Secret',
  args: Parameters<typeof generateObject>[1],
  target: Target,
): readonly Generated[] {
  const made = generateObject(kind, args, target.kustomization.fields.generatorOptions, target.loader)
  return made === undefined ? [] : [fromOrigin(made, originOfField(target, `${kind}Generator`))]
}

function fromOrigin(generated: Generated, origin: Origin | undefined): Generated {
  return origin === undefined ? generated : { ...generated, item: { ...generated.item, origin } }
}
