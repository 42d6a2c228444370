import type { Tree } from '../fuzz/make-tree.ts'
import type { Random } from '../fuzz/random.ts'
import { fragments } from './fragments.ts'

type Content = string | Uint8Array
type Files = Record<string, Content>

/** The tree with one to five faults, in its files and among them. */
export function mutateTree({ files, target }: Tree, random: Random): { files: Files; target: string } {
  const mutated: Files = { ...files }
  const times = 1 + random.integer(5)
  for (let i = 0; i < times; i++) {
    const paths = Object.keys(mutated)
    const path = paths[random.integer(paths.length)]
    if (path === undefined) break
    if (random.chance(0.1)) mutateFiles(mutated, path, random)
    else mutated[path] = mutateContent(mutated[path] ?? '', random)
  }
  return { files: mutated, target }
}

function mutateFiles(files: Files, path: string, random: Random): void {
  const paths = Object.keys(files)
  const other = paths[random.integer(paths.length)] ?? path
  const changes: readonly [() => unknown, ...(() => unknown)[]] = [
    () => delete files[path],
    () => Object.assign(files, { [path]: files[other], [other]: files[path] }),
    () => Object.assign(files, { [path.replace(/[^/]+$/, 'Kustomization')]: files[path] }),
    () => Object.assign(files, { [`${path}/${path}`]: files[path] }),
    () => Object.assign(files, { [path]: '' }),
  ]
  random.pick(changes)()
}

function mutateContent(content: Content, random: Random): Content {
  const text = Buffer.from(content).toString('utf8')
  const [from, to] = [random.integer(text.length + 1), random.integer(text.length + 1)].sort((a, b) => a - b)
  const lines = text.split('\n')
  const line = random.integer(lines.length)
  const changes = [
    () => splice(text, from ?? 0, 0, random.pick(fragments)),
    () => splice(text, from ?? 0, 1 + random.integer(4), random.pick(fragments)),
    () => splice(text, from ?? 0, Math.min(random.integer(60), (to ?? 0) - (from ?? 0)), ''),
    () => text.slice(0, to),
    () => lines.filter((_, at) => at !== line).join('\n'),
    () => replaceLine(lines, line, `${lines[line]}\n${lines[line]}`),
    () => replaceLine(lines, line, ' '.repeat(random.integer(6)) + (lines[line] ?? '').trimStart()),
    () => replaceLine(lines, line, (lines[line] ?? '').replace(/: .*/, `: ${random.pick(fragments)}`)),
    () => insertByte(content, random),
    () => wrap(text, random),
  ] as const
  return random.pick(changes)()
}

function splice(text: string, at: number, count: number, inserted: string): string {
  return text.slice(0, at) + inserted + text.slice(at + count)
}

function replaceLine(lines: readonly string[], index: number, line: string): string {
  return lines.map((old, at) => (at === index ? line : old)).join('\n')
}

function insertByte(content: Content, random: Random): Uint8Array {
  const bytes = Buffer.from(content)
  const at = random.integer(bytes.length + 1)
  return Buffer.concat([bytes.subarray(0, at), Buffer.from([random.integer(256)]), bytes.subarray(at)])
}

/** Much of something: levels, aliases, documents, text. */
function wrap(text: string, random: Random): string {
  const wraps = [
    () => '['.repeat(5000) + text,
    () => `${Array.from({ length: 3000 }, (_, level) => `${' '.repeat(level)}a:`).join('\n')}\n${text}`,
    () =>
      `a0: &a0 [x]\n${Array.from({ length: 25 }, (_, i) => `a${i + 1}: &a${i + 1} [*a${i}, *a${i}, *a${i}]\n`).join('')}${text}`,
    () => `${'---\na: 1\n'.repeat(500)}${text}`,
    () => `${text}\nlong: ${'word '.repeat(20_000)}`,
  ] as const
  return random.pick(wraps)()
}
