import type { Surroundings } from './make-fields.ts'
import type { Made } from './make-resources.ts'
import type { Random } from './random.ts'
import { pickValuePath } from './value-paths.ts'
import { type Value, writeYaml } from './write-yaml.ts'

/** Replacements between resources that are there, mostly along paths that exist or are made. */
export function makeReplacements(around: Surroundings): Value {
  const { random, addFile } = around
  return random.times(1, 2, index => {
    const replacement = makeReplacement(around)
    return random.chance(0.3)
      ? { path: addFile(`replacement-${index}.yaml`, writeYaml(replacement, random)) }
      : replacement
  })
}

const TARGETS: readonly [string, ...string[]] = [
  'metadata.annotations.replaced',
  'metadata.labels.app',
  'spec.made.deep',
  'spec.template.spec.containers.[name=c0].image',
  'data.a',
  'metadata.annotations.[x.y/z]',
]

function makeReplacement({ random, resources }: Surroundings): { readonly [key: string]: Value } {
  const source = resources[random.integer(Math.max(resources.length, 1))]
  const target = resources[random.integer(Math.max(resources.length, 1))]
  const from = random.chance(0.2)
    ? { sourceValue: random.pick(['text', 'true', '5', 'a:b']) }
    : { source: { ...makeSource(source, random), ...makeSourceOptions(random) } }
  return { ...from, targets: [makeReplacementTarget(target, random)] }
}

function makeSource(source: Made | undefined, random: Random): { readonly [key: string]: Value } {
  const fieldPath = random.chance(0.6)
    ? random.pick(['metadata.name', 'kind', 'apiVersion'])
    : pickValuePath(source?.kind, random)
  const parts = (source?.apiVersion ?? 'v1').split('/')
  const [group, version = 'v1'] = parts.length > 1 ? parts : ['', parts[0]]
  return {
    ...(group && { group }),
    ...{ version, kind: source?.kind ?? 'ConfigMap', name: source?.name ?? 'web', fieldPath },
  }
}

function makeReplacementTarget(target: Made | undefined, random: Random): Value {
  return {
    select: { kind: target?.kind ?? 'ConfigMap', ...(random.chance(0.5) && { name: target?.name ?? 'web' }) },
    ...(random.chance(0.2) && { reject: [{ name: 'd.*' }] }),
    fieldPaths: [random.chance(0.7) ? random.pick(TARGETS) : pickValuePath(target?.kind, random)],
    options: {
      create: random.chance(0.9),
      ...(random.chance(0.3) && { delimiter: random.pick(['-', ':']), index: random.integer(3) - 1 }),
    },
  }
}

/** Mostly such that the part is there. */
function makeSourceOptions(random: Random): { readonly [key: string]: Value } {
  if (random.chance(0.7)) return {}
  const index = random.chance(0.9) ? 0 : random.integer(3) - 1
  return { options: { delimiter: random.pick(['-', '/', '.']), index } }
}
