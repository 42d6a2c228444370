import type { Target } from '../build/target.ts'
import { generateObject } from '../generate/generate-object.ts'
import { text } from '../kustomization/decode.ts'
import { generatorFields } from '../kustomization/fields.ts'
import type { MapNode } from '../model/node.ts'
import { decodeConfig, type GeneratorPlugin } from './plugin.ts'

export const configMapGenerator: GeneratorPlugin = (config, target) => generate('ConfigMap', config, target)
export const secretGenerator: GeneratorPlugin = (config, target) => generate('Secret', config, target)

/** The object's own name and namespace are those of the configuration, where it names no others. */
function generate(kind: 'ConfigMap' | 'Secret', config: MapNode, target: Target) {
  const args = decodeConfig(config, { ...generatorFields, type: text }, target)
  if (args === undefined) return []
  const name = args.name?.text ? args.name : args.metadata?.name
  const namespace = args.namespace?.text ? args.namespace : args.metadata?.namespace
  const named = { ...args, ...(name === undefined ? {} : { name }), ...(namespace === undefined ? {} : { namespace }) }
  const generated = generateObject(kind, named, undefined, target.loader)
  return generated === undefined ? [] : [generated]
}
