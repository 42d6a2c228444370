import type { Node, ScalarNode } from '../src/model/node.ts'
import type { Position, Provenance } from '../src/model/position.ts'
import { toValue } from '../src/node/to-value.ts'
import { parseDocuments } from '../src/yaml/parse-documents.ts'

/** By absolute path. */
type Files = Readonly<Record<string, string | Uint8Array>>

export function listScalars(node: Node, path: string): readonly (readonly [string, ScalarNode])[] {
  if (node.kind === 'scalar') return [[path, node]]
  if (node.kind === 'seq') return node.items.flatMap((item, index) => listScalars(item, `${path}.${index}`))
  return [...node.entries].flatMap(([key, { value }]) => listScalars(value, `${path}.${key}`))
}

/** What kustomize itself adds, by the text of the place that asks for it. */
const own: readonly (readonly [RegExp, RegExp])[] = [
  [/^(v1|ConfigMap|Secret|ServiceAccount|Opaque)$/, /./],
  [/^kustomize-v5\.8\.1$/, /^managedByLabel/],
  [/^(path|configuredIn): /, /^originAnnotations/],
  [/^- (path|configuredIn): /, /^transformerAnnotations/],
  // A transformer that adds a value, and says none, adds the name of its folder.
  [/^(base|other|component|overlay)$/, /^apiVersion: /],
]

/**
 * A replacement may cut a part out of a value that several places have put together: then one of them has it. A
 * variable puts a value into a text: then the place has what the text does not.
 */
export function isExplained(scalar: ScalarNode, files: Files): boolean {
  if (isYielded(scalar, scalar.at, files) || isExpanded(scalar, files)) return true
  // What a map, or a part of a text, left of a value.
  if (scalar.text === '' && scalar.at.previous !== undefined) return true
  if (!Object.values(files).some(content => String(content).includes('delimiter'))) return false
  const parts = scalar.text.split(/[-./:]/).filter(part => part !== '')
  const places = listPlaces(scalar.at)
  return parts.some(text => places.some(at => isYielded({ ...scalar, text }, at, files)))
}

/** Whether the text before had a variable, and the place yields what now stands there instead. */
function isExpanded({ text, ...scalar }: ScalarNode, files: Files): boolean {
  const { previous } = scalar.at
  const tokens = previous === undefined ? [] : readTokens(sourceAt(previous, files))
  return tokens.some(token => {
    const [before = '', after] = token.split(/\$\([^)]*\)/)
    if (after === undefined || !text.startsWith(before) || !text.endsWith(after)) return false
    const value = text.slice(before.length, text.length - after.length)
    return value !== '' && isYielded({ ...scalar, text: value }, scalar.at, files)
  })
}

function listPlaces(at: Provenance): readonly Provenance[] {
  return at.previous === undefined ? [at] : [at, ...listPlaces(at.previous)]
}

/**
 * Whether the source at a place says the same as a value: the value itself (as text, encoded, or in another spelling of a
 * number or time), a part of it (a prefix, an image's tag), or an embedded text that holds it (a patch in quotes).
 */
function isYielded({ text, tag }: ScalarNode, at: Position, files: Files): boolean {
  const rest = sourceAt(at, files)
  if (text !== '' && rest.startsWith(text)) return true
  const tokens = readTokens(rest)
  if (tag === 'null') return tokens.some(token => holdsNull(token) || holdsPointer(token))
  const decoded = Buffer.from(text, 'base64').toString('utf8')
  const values = [text, decoded, text.replace(nameHash, '')].filter(value => value !== '')
  if (values.length === 0 || values.some(value => rest.startsWith(value))) return true
  if (own.some(([value, asked]) => value.test(text) && tokens.some(token => asked.test(token)))) return true
  return tokens.some(token => token !== '' && values.some(value => isRelated(token, value)))
}

function sourceAt({ file, line, column }: Position, files: Files): string {
  const text = Buffer.from(files[file] ?? '').toString('utf8')
  let start = 0
  for (let left = line; left > 1; left--) start = text.indexOf('\n', start) + 1
  return text.slice(start + column - 1).replaceAll('\r\n', '\n')
}

const nameHash = /-[2-9a-z]{10}$/

function holdsNull(token: string): boolean {
  return token === '' || listEmbedded(token).some(({ tag }) => tag === 'null') || /^(~|null)$/i.test(token)
}

/** What a JSON patch copies from a place where nothing is, is a null. */
function holdsPointer(token: string): boolean {
  return /^\\?["']?\//.test(token) || listEmbedded(token).some(({ text }) => text.startsWith('/'))
}

function isRelated(token: string, value: string): boolean {
  return token.includes(value) || value.includes(token) || listEmbedded(token).some(scalar => isSame(scalar, value))
}

/** As resources are read, and as patches are, in which `yes` is a boolean. */
function listEmbedded(token: string): readonly ScalarNode[] {
  return (['v3', 'v2'] as const).flatMap(dialect =>
    parseDocuments(token, '/token', { dialect }).documents.flatMap(node => listScalars(node, '').map(([, it]) => it)),
  )
}

function isSame(scalar: ScalarNode, value: string): boolean {
  if (scalar.text === value || String(toValue(scalar)) === value || toValue(scalar) === Number(value)) return true
  const time = Date.parse(scalar.text)
  return !Number.isNaN(time) && time === Date.parse(value)
}

/** What the scalar at the start of a source may be, by where it may end. */
function readTokens(rest: string): readonly string[] {
  const [line = ''] = rest.split('\n')
  const [node] = parseDocuments(cutQuoted(rest) ?? cutBlock(rest) ?? '', '/token').documents
  const plain = [line, line.replace(/\s#.*$/, ''), line.replace(/[,}\]].*$/, ''), line.replace(/:( .*)?$/, '')]
  return [...(node?.kind === 'scalar' ? [node.text] : []), ...plain.map(token => token.trim())]
}

function cutQuoted(rest: string): string | undefined {
  return /^("(?:[^"\\]|\\.)*"|'(?:[^']|'')*')/s.exec(rest)?.[1]
}

function cutBlock(rest: string): string | undefined {
  return /^[|>][-+0-9]*\n(?:\n| *\n)*( +).*(?:\n\1.*|\n *(?=\n))*/.exec(rest)?.[0]
}
