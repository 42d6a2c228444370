import type { Random } from './random.ts'

/** Values that a program easily takes for something else than a text, though all may be names or labels. */
const LOOKS: readonly [string, ...string[]] = [
  '1e3',
  '0x1F',
  '1_000',
  '0777',
  '0o17',
  '0b101',
  '007',
  '12',
  '1.0',
  '1.50',
  '.5',
  '1e3e3',
  '12345678901234567890',
  'true',
  'False',
  'Null',
  'yes',
  'on',
  'Off',
  'y',
  'N',
  '2020-01-01',
  '2020-01-01T10:00:00Z',
  '12:30:45',
  '.inf',
]

/** What random trees use as names, namespaces, and values of labels. */
const WORDS: readonly string[] = [
  ...['web', 'db', 'cache', 'prod', 'other', 'moved', 'renamed', 'a', 'b', 'v1', 'v9', 'x.y', 'p-', '-s', 'text'],
  ...['gen0', 'gen1', 'sec0', 'made', 'c0', 'c1', 'i0', 'i1', 'v0', 'E0', 'E1', 'p0', 'TCP', 'k', 'new', 'zone'],
]

/** The files with some of their words spelled so everywhere: bare in manifests at times, in quotes elsewhere. */
export function respell(files: Readonly<Record<string, string>>, random: Random): Readonly<Record<string, string>> {
  const spellings = random.some(WORDS, 0.3).map(word => [word, random.pick(LOOKS)] as const)
  return Object.fromEntries(
    Object.entries(files).map(([path, content]) => {
      const canBeBare = /resources|patch|merge/.test(path)
      const change = (text: string, [word, look]: readonly [string, string]) =>
        text.replace(matchValue(word), (_, quote: string) => {
          // Nobody has no name.
          const isBare = canBeBare && look !== 'Null' && random.chance(0.6)
          const mark = quote === '' && !isBare ? '"' : quote
          return mark + look + mark
        })
      return [path, spellings.reduce(change, content)]
    }),
  )
}

/** A word that is the whole of a value, bare or in quotes. */
function matchValue(word: string): RegExp {
  return new RegExp(
    `(?<=(?:(?<!ersion)(?<!ersion"): |- |\\[ ?|, ))(["']?)${word.replaceAll('.', '\\.')}\\1(?=\\r?$|,| [}\\]])`,
    'gm',
  )
}
