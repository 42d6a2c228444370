import type { Path } from 'kustomize-ts'
import { indent, isBlock, type Line, lineOf, type Scalar, takeApart, type Value } from './derived.ts'

type Map = { readonly [key: string]: Value | undefined }

/** A document as lines of YAML, in the order of its keys. Whatever could be read as something else is quoted. */
export function writeYaml(document: Map): readonly Line[] {
  return writeMap(document)
}

function writeMap(map: Map, above?: Path): readonly Line[] {
  return Object.entries(map).flatMap(([key, value]) =>
    value === undefined ? [] : writeField(`${writeScalar(key)}:`, value, '  ', above),
  )
}

/** A key or a dash, and its value: behind it where it fits on the line, else below. */
function writeField(head: string, field: Value, by: string, above?: Path): readonly Line[] {
  const { value, from } = takeApart(field, above)
  if (typeof value !== 'object') return [lineOf(`${head} ${writeScalar(value)}`, from)]
  if (isBlock(value)) return [lineOf(`${head} |-`, from), ...value.lines.map(line => indent(withFrom(line, from), by))]
  const lines = Array.isArray(value) ? value.flatMap(item => writeItem(item, from)) : writeMap(value as Map, from)
  if (lines.length === 0) return [lineOf(`${head} ${Array.isArray(value) ? '[]' : '{}'}`, from)]
  return [lineOf(head, from), ...lines.map(line => indent(line, by))]
}

/** A map in a list starts on the line of its dash. */
function writeItem(item: Value, above?: Path): readonly Line[] {
  const { value, from } = takeApart(item, above)
  const isMap = typeof value === 'object' && !Array.isArray(value) && !isBlock(value)
  const [first, ...rest] = isMap ? writeMap(value as Map, from) : []
  if (first === undefined) return writeField('-', item, '  ', above)
  return [{ ...first, text: `- ${first.text}` }, ...rest.map(line => indent(line, '  '))]
}

function withFrom(line: Line, from?: Path): Line {
  return line.from === undefined ? lineOf(line.text, from) : line
}

/** Plain where YAML 1.1 and 1.2 both read the text itself; a JSON string is a YAML string. */
function writeScalar(value: Scalar): string {
  if (typeof value !== 'string') return String(value)
  const isPlain =
    /^[A-Za-z./_][\w./|()?*-]*( [\w./-]+)*$/.test(value) &&
    !/^(true|false|yes|no|on|off|y|n|null|\.inf|\.nan|\.?_*\d[\d_.]*)$/i.test(value)
  return isPlain ? value : JSON.stringify(value)
}
