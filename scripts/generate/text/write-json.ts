import type { Path } from 'kustomize-ts'
import { indent, type Line, lineOf, takeApart, type Value } from './derived.ts'

/** A document as lines of JSON, one key a line, so that each line has one key of cluster.yaml behind it at most. */
export function writeJson(document: Value, above?: Path): readonly Line[] {
  const { value, from } = takeApart(document, above)
  if (typeof value !== 'object') return [lineOf(JSON.stringify(value), from)]
  const fields = Object.entries(value).filter(([, field]) => field !== undefined)
  const lines = fields.flatMap(([key, field], index) => {
    const [first, ...rest] = writeJson(field as Value, from)
    const entry = [{ ...first, text: `${JSON.stringify(key)}: ${first?.text}` }, ...rest]
    return index < fields.length - 1 ? appendComma(entry) : entry
  })
  return [lineOf('{', from), ...lines.map(line => indent(line, '  ')), lineOf('}', from)]
}

function appendComma(lines: readonly Line[]): readonly Line[] {
  return lines.map((line, index) => (index === lines.length - 1 ? { ...line, text: `${line.text},` } : line))
}
