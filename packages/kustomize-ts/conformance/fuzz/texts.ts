import type { Random } from './random.ts'
import type { Raw, Value } from './write-yaml.ts'

const TRAPS: readonly [string, ...string[]] = [
  'yes',
  'no',
  'on',
  'Off',
  'y',
  'N',
  'true',
  'null',
  '~',
  '',
  ' ',
  ' lead',
  'trail ',
  '1',
  '1.0',
  '0777',
  '0o17',
  '0x1F',
  '1e3',
  '1_000',
  '.5',
  '12:30:45',
  '2020-01-01',
  '2020-01-01T10:00:00Z',
  '- a',
  'a: b',
  'a:',
  '#c',
  'a #b',
  '*x',
  '&x',
  '!x',
  '%x',
  '@x',
  '`x',
  '{a}',
  '[a]',
  'a{b}',
  "it's",
  'say "hi"',
  '|',
  '>',
  '=',
  '<<',
  '---',
  '...',
  '?',
  '? a',
  'a\tb',
  'a\nb',
  'a\nb\n',
  'a\n\nb\n\n',
  '\nlead',
  ' a\nb',
  'a \nb',
  '\n',
  'a\r\nb',
  'a\\b',
  'héllo ☃',
  '😀',
  'a\u00a0b',
  'a\u2028b',
  '$(VAR)',
  '$$(X)',
  'http://x.y/z?a=b&c=<d>',
  'word '.repeat(20).trim(),
  `${'x'.repeat(85)} y`,
  `key: ${'word '.repeat(20)}end`,
  `${'word '.repeat(17)}\t end`,
  'k8s.io/a-b_c',
]

/** Text that YAML libraries like to disagree about, now and then; else a word. */
export function makeText(random: Random): string {
  return random.chance(0.5) ? random.pick(TRAPS) : random.pick(['web', 'prod', 'v1.2', 'some words', 'a-b', 'x/y'])
}

const SCALARS: readonly [string, ...string[]] = [
  '1',
  '0',
  '-5',
  '+5',
  '0777',
  '0o17',
  '0x1F',
  '0b101',
  '1_000',
  '1.0',
  '1.10',
  '1e3',
  '1.5e+10',
  '.5',
  '12345678901234567890',
  '123456789012345678901234567890',
  '9007199254740993',
  '0.00001',
  '1234567.5',
  'true',
  'False',
  'TRUE',
  'yes',
  'off',
  'y',
  'null',
  '~',
  '',
  '2020-01-01',
  '2020-1-2',
  '2020-01-01T10:00:00Z',
  '2020-01-01 10:00:00',
  '12:30:45',
  '1.2.3',
  'plain text',
  '"1"',
  "'yes'",
  '.',
  '1_a',
]

/** A scalar in source form, for fields of any type. */
export function makeRaw(random: Random): Raw {
  return { $raw: random.pick(SCALARS) }
}

export function makeScalar(random: Random): Value {
  return random.chance(0.5) ? makeRaw(random) : makeText(random)
}

export function makeLabelValue(random: Random): string {
  return random.pick(['a', 'b', 'web', 'v1', '1', 'true', 'x.y'])
}

const CONFIGS: readonly [string, ...string[]] = [
  'server:\n    host: localhost # here\n    port: 8080\nlist: # all\n  - name: a\n    v: 1_000\n  - {name: b, v: "2"}\n',
  '# top\n\nserver: {host: "x.y", port: 0x1F}\n\nlist:\n- v: 2020-01-01\n- v: ~\nlong: word word word word word word word word word word word word word word word word word end\n',
  'server:\n  host: |\n    a\n     b\n  port: 1e3\n  "on": off\n1: one\n',
  '{"server": {"host": "x", "port": 8080, "rate": 1.50}, "list": [{"name": "a", "v": null}, {"v": true}]}',
  '{\n  "list": [\n    {"name": "a", "v": "<1>"}\n  ],\n  "server": {"host": "é", "port": 12345678901234567890}\n}\n',
]

/** A text that is YAML or JSON itself. */
export function makeConfig(random: Random): string {
  return random.pick(CONFIGS)
}
