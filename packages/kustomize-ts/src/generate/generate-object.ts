import type { ConfigMapArgs, GeneratorOptions, SecretArgs } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import type { MapEntry, MapNode, ScalarNode } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { makeStringField } from '../node/make-field.ts'
import { makeMap, makeText, setBy, setEntry, setTextAt } from '../node/set-text.ts'
import type { Loader } from '../source/loader.ts'
import { configMapField, makeConfigMapEntry, makeSecretEntry } from './data-entry.ts'
import { mergeOptions } from './merge-options.ts'
import type { Pair } from './pair.ts'
import { readEnvs } from './read-envs.ts'
import { readFiles } from './read-files.ts'
import { readLiterals } from './read-literals.ts'

export type Behavior = 'create' | 'merge' | 'replace' | 'unspecified'

/** What a generator made, and what is to become of an object that is there already. */
export interface Generated {
  readonly item: Item
  readonly behavior: Behavior
  readonly at: Position
}

/** The ConfigMap or Secret of one generator entry; undefined, after a report, where it cannot be made. */
export function generateObject(
  kind: 'ConfigMap' | 'Secret',
  args: ConfigMapArgs & SecretArgs,
  shared: GeneratorOptions | undefined,
  loader: Loader,
): Generated | undefined {
  const name = args.name?.text ?? ''
  const at = args.name?.at ?? args.at
  if (name === '') {
    const message = `a ${kind === 'Secret' ? 'secret' : 'configmap'} must have a name`
    loader.report({ code: 'generator-without-name', severity: 'error', message, fix: 'add `name`', source: args.at })
    return undefined
  }
  const options = mergeOptions(args.options, shared)
  const pairs = readPairs(args, loader)
  const base = makeBase(kind, name, args, at)
  const filled = kind === 'Secret' ? fillSecret(base, args, pairs) : fillConfigMap(base, pairs)
  const root = addOptions(filled, options)
  const fresh = { previous: [], prefixes: [], suffixes: [], variables: [] }
  return {
    item: { root, ...fresh, isGenerated: true, needsHash: !options.disableNameSuffixHash },
    behavior: behaviorOf(args),
    at,
  }
}

function behaviorOf({ behavior }: ConfigMapArgs): Behavior {
  const text = behavior?.text
  return text === 'create' || text === 'merge' || text === 'replace' ? text : 'unspecified'
}

/** The pairs in kustomize's order; a key twice is an error. */
function readPairs(args: ConfigMapArgs, loader: Loader): readonly Pair[] {
  const envs = args.env === undefined || args.env.text === '' ? (args.envs ?? []) : [...(args.envs ?? []), args.env]
  const pairs = [
    ...readEnvs(envs, loader),
    ...readLiterals(args.literals ?? [], loader.report),
    ...readFiles(args.files ?? [], loader),
  ]
  const first = new Map<string, Pair>()
  for (const pair of pairs) {
    const known = first.get(pair.key)
    if (known === undefined) first.set(pair.key, pair)
    else reportRepeated(args, pair, known, loader)
  }
  return [...first.values()]
}

function reportRepeated(args: ConfigMapArgs, pair: Pair, known: Pair, loader: Loader): void {
  loader.report({
    code: 'generator-repeats-key',
    severity: 'error',
    message: `configmap ${args.name?.text} illegally repeats the key \`${pair.key}\` of ${known.keyAt.file}:${known.keyAt.line}`,
    fix: 'keep one of the two',
    source: pair.keyAt,
  })
}

function makeBase(kind: string, name: string, args: ConfigMapArgs, at: Position): MapNode {
  const typed = setTextAt(setTextAt(makeMap(args.at), ['apiVersion'], 'v1', args.at), ['kind'], kind, args.at)
  const named = setEntry(makeMap(at), 'name', makeStringField(name, at), at)
  const { namespace } = args
  const placed =
    namespace === undefined || namespace.text === ''
      ? named
      : setEntry(named, 'namespace', makeStringField(namespace.text, namespace.at), namespace.at)
  return setEntry(typed, 'metadata', placed, at)
}

function fillConfigMap(base: MapNode, pairs: readonly Pair[]): MapNode {
  let root = base
  for (const field of ['data', 'binaryData'] as const) {
    const entries = pairs
      .filter(pair => configMapField(pair) === field)
      .map(pair => [pair.key, makeConfigMapEntry(pair)] as const)
    if (entries.length > 0) root = setEntry(root, field, makeData(entries, base.at), base.at)
  }
  return root
}

function fillSecret(base: MapNode, args: SecretArgs, pairs: readonly Pair[]): MapNode {
  const type = args.type === undefined || args.type.text === '' ? makeText('Opaque', args.at) : args.type
  const typed = setEntry(base, 'type', makeText(type.text, type.at), args.at)
  return setEntry(
    typed,
    'data',
    makeData(
      pairs.map(pair => [pair.key, makeSecretEntry(pair)]),
      base.at,
    ),
    args.at,
  )
}

function makeData(entries: readonly (readonly [string, MapEntry])[], at: Position): MapNode {
  return { kind: 'map', entries: new Map(entries), at: setBy(at, undefined) }
}

function addOptions(base: MapNode, options: ReturnType<typeof mergeOptions>): MapNode {
  let root = base
  for (const [key, value] of options.labels) root = setTextAt(root, ['metadata', 'labels', key], value.text, value.at)
  for (const [key, value] of options.annotations)
    root = setTextAt(root, ['metadata', 'annotations', key], value.text, value.at)
  if (options.immutable === undefined) return root
  const immutable: ScalarNode = { kind: 'scalar', tag: 'bool', text: 'true', at: setBy(options.immutable, undefined) }
  return setEntry(root, 'immutable', immutable, options.immutable)
}
