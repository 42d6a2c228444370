import type { Target } from '../build/target.ts'
import type { Generated } from '../generate/generate-object.ts'
import { type DecodeContext, type Decoder, type Struct, struct, text, textMap } from '../kustomization/decode.ts'
import type { Item } from '../model/item.ts'
import type { MapNode } from '../model/node.ts'

/** A transformer that a configuration object describes: what it makes of everything gathered so far. */
export type TransformerPlugin = (config: MapNode, items: readonly Item[], target: Target) => readonly Item[]

/** A generator that a configuration object describes. */
export type GeneratorPlugin = (config: MapNode, target: Target) => readonly Generated[]

/** What every configuration object has. */
const header = {
  apiVersion: text,
  kind: text,
  metadata: struct({ name: text, namespace: text, labels: textMap, annotations: textMap }),
}

type Fields = Readonly<Record<string, Decoder<unknown>>>

/** The fields of a configuration object; undefined, after a report, where one of them has the wrong type. */
export function decodeConfig<F extends Fields>(
  config: MapNode,
  fields: F,
  target: Target,
): Struct<typeof header & F> | undefined {
  let failed = false
  const context: DecodeContext = {
    subject: 'configuration',
    lenient: true,
    report: diagnostic => {
      if (diagnostic.severity === 'error') failed = true
      target.build.report(diagnostic)
    },
  }
  const decoded = struct({ ...header, ...fields })(config, '', context)
  return failed ? undefined : decoded
}
