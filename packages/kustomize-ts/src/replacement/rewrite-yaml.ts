import {
  type Document,
  isCollection,
  isNode,
  isScalar,
  type Pair,
  type Node as Parsed,
  parseAllDocuments,
  Scalar,
  visit,
  YAMLMap,
  YAMLSeq,
} from 'yaml'
import type { Node, ScalarNode, Tag } from '../model/node.ts'
import type { Path } from '../model/path.ts'
import { resolveTag } from '../yaml/resolve-tag.ts'
import { markFolded, spaceFolded } from './space-folded.ts'

/** As go-yaml v3 writes what it has read. */
const style = {
  indentSeq: false,
  flowCollectionPadding: false,
  singleQuote: true,
  lineWidth: 0,
  verifyAliasOrder: false,
} as const

/**
 * YAML text with the values of `after` where they differ from those of `before`; comments, order and what is not
 * touched stay. All is text here: a number keeps the form that it has.
 */
export function rewriteYaml(text: string, before: Node, after: Node): string | undefined {
  const [document] = parseAllDocuments(text, { schema: 'failsafe' })
  if (document === undefined || document.errors.length > 0) return undefined
  visit(document, { Pair: (_, pair) => markComment(pair, text), Node: (_, node) => dropSpace(node) })
  setChanges(document, before, after, [])
  visit(document, { Scalar: (_, scalar) => markFolded(scalar) })
  return spaceFolded(document.toString(style)).replace(MARKED_COMMENT, ' #').replace(EMPTY_BEHIND_TAG, '$1').trim()
}

/** Behind a key, the printer puts a comment in a line of its own. */
const MARKED_COMMENT = /\n *#\0/g
const EMPTY_BEHIND_TAG = /([:-] !!(?:int|float|bool|null|timestamp)) (?=\n|$)/g

/** Empty lines go. */
function dropSpace(node: Parsed): undefined {
  node.spaceBefore = false
}

/** A comment in the line of a key that has a map or list stays there. */
function markComment({ key, value }: Pair, text: string): undefined {
  if (!isCollection(value) || !value.commentBefore || !isNode(key) || !key.range) return
  const [line = ''] = text.slice(key.range[1]).split('\n')
  if (/^\s*:\s*#/.test(line)) value.commentBefore = `\0${value.commentBefore}`
}

/** A map or list that was changed inside has its place still; one with another place stands for it. */
function setChanges(document: Document, before: Node | undefined, after: Node, path: Path): void {
  if (before === after) return
  const isEdited = before?.at === after.at
  if (isEdited && before.kind === 'map' && after.kind === 'map') {
    for (const [key, { value }] of after.entries) {
      setChanges(document, before.entries.get(key)?.value, value, [...path, key])
    }
  } else if (isEdited && before.kind === 'seq' && after.kind === 'seq') {
    after.items.forEach((item, index) => {
      setChanges(document, before.items[index], item, [...path, index])
    })
  } else {
    const isFlow = path.some((_, index) => isInFlow(document.getIn(path.slice(0, index), true)))
    const old = document.getIn(path, true)
    if (isScalar(old) && after.kind === 'scalar') setScalar(old, after, isFlow)
    else document.setIn(path, keepComment(makeNode(after, isFlow), old))
  }
}

/** The comment in the line of the key, if the old value has one; in flow style there is none. */
function keepComment(node: Scalar | YAMLMap | YAMLSeq, old: unknown): Scalar | YAMLMap | YAMLSeq {
  if (!isCollection(old) || !old.commentBefore?.startsWith('\0')) return node
  const [comment = ''] = old.commentBefore.split('\n')
  if (isScalar(node)) node.comment = comment.slice(1)
  else if (!node.flow) node.commentBefore = comment
  return node
}

function isInFlow(node: unknown): boolean {
  return isCollection(node) && node.flow === true
}

function makeNode(node: Node, isFlow: boolean): Scalar | YAMLMap | YAMLSeq {
  if (node.kind === 'scalar') {
    const scalar = new Scalar('')
    setScalar(scalar, node, isFlow)
    if (node.style === 'quoted') scalar.type = 'QUOTE_DOUBLE'
    return scalar
  }
  const flow = isFlow || node.flow === true
  if (node.kind === 'seq') {
    const list = new YAMLSeq()
    list.flow = flow
    list.items = node.items.map(item => makeNode(item, flow))
    return list
  }
  const map = new YAMLMap()
  map.flow = flow
  for (const [key, { value }] of node.entries) map.set(new Scalar(key), makeNode(value, flow))
  return map
}

/**
 * A scalar keeps the quotes that it has; a plain string that looks like something else gets double ones, and a text that
 * cannot be what the type says is marked with that.
 */
function setScalar(old: Scalar, node: ScalarNode, isFlow: boolean): void {
  const { text, tag, style, untagged } = node
  const own = resolveTag(text, 'v3')
  old.value = text
  old.type = chooseType(old.type, node, isFlow)
  if (style === undefined && !untagged && tag !== 'str' && own !== tag) old.tag = longTags[tag]
}

function chooseType(type: Scalar['type'], { text, tag, untagged }: ScalarNode, isFlow: boolean): Scalar.Type {
  if (type?.startsWith('BLOCK') && text === '') return 'QUOTE_DOUBLE'
  if (type !== undefined && type !== 'PLAIN') return type as Scalar.Type
  if (text === '' && isFlow) return tag === 'str' && !untagged ? 'QUOTE_DOUBLE' : 'QUOTE_SINGLE'
  if (text.includes('\n')) return isFlow ? 'QUOTE_DOUBLE' : 'BLOCK_LITERAL'
  return tag === 'str' && !untagged && resolveTag(text, 'v3') !== 'str' ? 'QUOTE_DOUBLE' : 'PLAIN'
}

const longTags: Readonly<Record<Tag, string>> = {
  str: 'tag:yaml.org,2002:str',
  int: 'tag:yaml.org,2002:int',
  float: 'tag:yaml.org,2002:float',
  bool: 'tag:yaml.org,2002:bool',
  null: 'tag:yaml.org,2002:null',
  timestamp: 'tag:yaml.org,2002:timestamp',
}
