import type { Path } from 'kustomize-ts'
import type { Mark } from '../../model/change.ts'
import type { Resource } from '../../model/resource.ts'
import type { Marked } from './mark-resource.ts'
import { read, readItems } from './read.ts'

/** Changes of an image after which the old one cannot read what the new one stored. */
export function findIrreversible({ before, after }: Marked): readonly Mark[] {
  if (before === undefined || after === undefined) return []
  const [old, young] = [imagesOf(before), imagesOf(after)]
  return [...old].flatMap(([container, { image }]) => {
    const next = young.get(container)
    const message = next && describe(parse(image), parse(next.image))
    return next === undefined || message === undefined ? [] : [{ kind: 'irreversible', message, path: next.path }]
  })
}

interface Image {
  readonly program: string
  readonly version: readonly number[]
}

function describe(old: Image, young: Image): string | undefined {
  if (old.program !== young.program || old.version.length === 0 || young.version.length === 0) return undefined
  const [from, to] = [old.version.join('.'), young.version.join('.')]
  if (old.program === 'rabbitmq' && compare(old.version.slice(0, 2), young.version.slice(0, 2)) !== 0)
    return `RabbitMQ goes from ${from} to ${to}: no older version starts on the files of a newer one`
  const isLowdb = (image: Image) => compare(image.version, [3, 2, 8]) >= 0
  if (old.program === 'designer' && isLowdb(old) !== isLowdb(young))
    return `the designer goes from ${from} to ${to}, which stores its operators, topologies and intents elsewhere (Dgraph up to 3.2.6, a file since 3.2.8): export them first`
  return undefined
}

/** `registry/path/program:1.2.3-suffix@digest`. A tag that is no version says nothing. */
function parse(image: string): Image {
  const [, program = '', tag = ''] = /(?:^|\/)([^/:@]+)(?::([^@/]+))?(?:@.*)?$/.exec(image) ?? []
  return { program, version: /^\d+(?:\.\d+)*/.exec(tag)?.[0].split('.').map(Number) ?? [] }
}

function compare(one: readonly number[], other: readonly number[]): number {
  const length = Math.max(one.length, other.length)
  const differing = Array.from({ length }, (_, index) => (one[index] ?? 0) - (other[index] ?? 0))
  return differing.find(difference => difference !== 0) ?? 0
}

function imagesOf({ value }: Resource): ReadonlyMap<string, { readonly image: string; readonly path: Path }> {
  const pod = ['spec', 'template', 'spec'] as const
  const containers = ['initContainers', 'containers'].flatMap(list =>
    readItems(value, ...pod, list).map((one, at) => {
      const image = String(read(one, 'image'))
      return [String(read(one, 'name')), { image, path: [...pod, list, at, 'image'] }] as const
    }),
  )
  return new Map(containers)
}
