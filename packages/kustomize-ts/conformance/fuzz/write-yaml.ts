import type { Random } from './random.ts'

/** A scalar as it is to stand in the source, such as `0x1F` or `~`. */
export interface Raw {
  readonly $raw: string
}

export type Value = string | number | boolean | null | Raw | readonly Value[] | { readonly [key: string]: Value }

/** The value as YAML, every scalar in a style that chance chooses among those that can carry it. */
export function writeYaml(value: Value, random: Random): string {
  return `${writeBlock(value, 0, random).replace(/^\n/, '')}\n`
}

function writeBlock(value: Value, indent: number, random: Random): string {
  if (Array.isArray(value))
    return value.length === 0 ? ' []' : writeList(value, random.chance(0.5) ? indent : Math.max(indent - 2, 0), random)
  if (typeof value !== 'object' || value === null || isRaw(value)) return ` ${writeScalar(value, indent, random)}`
  const entries = Object.entries(value)
  if (entries.length === 0) return ' {}'
  if (random.chance(0.05)) return ` ${writeFlow(value)}`
  const margin = ' '.repeat(indent)
  return entries.map(([key, item]) => `\n${margin}${writeKey(key)}:${writeBlock(item, indent + 2, random)}`).join('')
}

function writeList(items: readonly Value[], column: number, random: Random): string {
  const margin = ' '.repeat(column)
  return items.map(item => `\n${margin}-${writeItem(item, column + 2, random)}`).join('')
}

/** A list in a list has to stand further in. */
function writeItem(item: Value, indent: number, random: Random): string {
  const isList = Array.isArray(item) && item.length > 0
  const block = isList ? writeList(item, indent, random) : writeBlock(item, indent, random)
  return block.startsWith('\n') ? ` ${block.trimStart()}` : block
}

/** One line in flow style: JSON, but for scalars in source form. */
export function writeFlow(value: Value): string {
  return JSON.stringify(value, (_, item) => (isRaw(item) ? `\0${item.$raw}` : item), 1)
    .replace(/\n\s*/g, ' ')
    .replace(/"\\u0000((?:[^"\\]|\\.)*)"/g, (_, raw: string) => JSON.parse(`"${raw}"`))
}

function isRaw(value: unknown): value is Raw {
  return typeof value === 'object' && value !== null && '$raw' in value
}

function writeKey(key: string): string {
  return /^[A-Za-z_][\w./-]*$/.test(key) && !/^(?:y|n|yes|no|on|off|true|false|null)$/i.test(key) ? key : quote(key)
}

function writeScalar(value: string | number | boolean | null | Raw, indent: number, random: Random): string {
  if (isRaw(value)) return value.$raw
  if (typeof value !== 'string') return String(value)
  const styles = [quote(value)]
  if (/^[A-Za-z/][\w./:@ -]*[\w/]$/.test(value) && !/: |^(?:yes|no|on|off|true|false|null)$/i.test(value))
    styles.push(value, value, value)
  if (/^[\x20-\x7e]*$/.test(value)) styles.push(`'${value.replaceAll("'", "''")}'`)
  if (canBeBlock(value)) styles.push(writeLiteral(value, indent), writeLiteral(value, indent))
  if (canBeBlock(value) && !/\n[ \n]/.test(value)) styles.push(writeFolded(value, indent))
  return styles[random.integer(styles.length)] ?? quote(value)
}

function canBeBlock(value: string): boolean {
  return /^[\x21-\x7e][\x20-\x7e\n]*$/.test(value) && value.includes('\n') && !/ \n|\n\n$/.test(value)
}

function writeLiteral(value: string, indent: number): string {
  const margin = ' '.repeat(Math.max(indent, 1))
  const lines = value.replace(/\n$/, '').split('\n')
  return `|${value.endsWith('\n') ? '' : '-'}\n${lines.map(line => (line === '' ? '' : margin + line)).join('\n')}`
}

/** A line break in folded style is an empty line. */
function writeFolded(value: string, indent: number): string {
  return writeLiteral(value, indent)
    .replace('|', '>')
    .replace(/(?<!^>-?)\n(?=.)/g, '\n\n')
}

/** Double quotes, with everything beyond ASCII escaped. */
function quote(value: string): string {
  return JSON.stringify(value).replace(/[^\x20-\x7e]/gu, character => {
    const code = character.codePointAt(0) ?? 0
    return code > 0xffff ? `\\U${code.toString(16).padStart(8, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`
  })
}
