import type { Target } from '../build/target.ts'
import { formatId, originalId } from '../item/identity.ts'
import { nearestWord } from '../kustomization/nearest-word.ts'
import type { Item } from '../model/item.ts'
import { positionOf } from '../node/position-of.ts'
import { prefixSuffixTransformer, prefixTransformer, suffixTransformer } from './affix-transformer.ts'
import { annotationsTransformer, labelTransformer } from './entries-transformer.ts'
import { hashTransformer } from './hash-transformer.ts'
import { iamPolicyGenerator } from './iam-policy-generator.ts'
import { imageTagTransformer } from './image-tag-transformer.ts'
import { namespaceTransformer } from './namespace-transformer.ts'
import { configMapGenerator, secretGenerator } from './object-generator.ts'
import { patchJson6902Transformer } from './patch-json6902-transformer.ts'
import { patchStrategicMergeTransformer } from './patch-strategic-merge-transformer.ts'
import { patchTransformer } from './patch-transformer.ts'
import type { GeneratorPlugin, TransformerPlugin } from './plugin.ts'
import { replacementTransformer } from './replacement-transformer.ts'
import { replicaCountTransformer } from './replica-count-transformer.ts'
import { valueAddTransformer } from './value-add-transformer.ts'

/** The kinds of `apiVersion: builtin` that `transformers` and `validators` can name. */
const transformerKinds: Readonly<Record<string, TransformerPlugin>> = {
  AnnotationsTransformer: annotationsTransformer,
  HashTransformer: hashTransformer,
  ImageTagTransformer: imageTagTransformer,
  LabelTransformer: labelTransformer,
  NamespaceTransformer: namespaceTransformer,
  PatchJson6902Transformer: patchJson6902Transformer,
  PatchStrategicMergeTransformer: patchStrategicMergeTransformer,
  PatchTransformer: patchTransformer,
  PrefixSuffixTransformer: prefixSuffixTransformer,
  PrefixTransformer: prefixTransformer,
  SuffixTransformer: suffixTransformer,
  ReplacementTransformer: replacementTransformer,
  ReplicaCountTransformer: replicaCountTransformer,
  ValueAddTransformer: valueAddTransformer,
}

/** The kinds of `apiVersion: builtin` that `generators` can name. */
const generatorKinds: Readonly<Record<string, GeneratorPlugin>> = {
  ConfigMapGenerator: configMapGenerator,
  IAMPolicyGenerator: iamPolicyGenerator,
  SecretGenerator: secretGenerator,
}

/** The transformer that a configuration object names; undefined, after a report, where there is none. */
export function findTransformer(config: Item, target: Target): TransformerPlugin | undefined {
  return findPlugin(config, transformerKinds, 'transformer', target)
}

/** The generator that a configuration object names; undefined, after a report, where there is none. */
export function findGenerator(config: Item, target: Target): GeneratorPlugin | undefined {
  return findPlugin(config, generatorKinds, 'generator', target)
}

function findPlugin<P>(
  config: Item,
  kinds: Readonly<Record<string, P>>,
  role: string,
  { build }: Target,
): P | undefined {
  const id = originalId(config, build.isClusterScoped)
  const { group, version, kind } = id
  const plugin = Object.hasOwn(kinds, kind) ? kinds[kind] : undefined
  const isBuiltin = group === '' && version === 'builtin'
  if (isBuiltin && plugin !== undefined) return plugin
  const nearest = nearestWord(kind, Object.keys(kinds))
  build.report({
    code: isBuiltin ? 'unknown-plugin' : 'unsupported-plugin',
    severity: 'error',
    message: isBuiltin
      ? `unable to load builtin ${kind}: it is no ${role}`
      : `external plugins disabled; unable to load external plugin '${kind}' (${formatId(id)})`,
    fix: isBuiltin
      ? `use one of ${Object.keys(kinds).join(', ')}${nearest === undefined ? '' : `; did you mean ${nearest}?`}`
      : 'only `apiVersion: builtin` runs here: run the plugin or function beforehand, and commit what it makes',
    source: positionOf(config.root, ['kind']),
  })
  return undefined
}
