import type { BuildContext } from '../build/target.ts'
import { forgetNotes } from '../item/forget-notes.ts'
import { hasNotes } from '../item/is-noted.ts'
import type { Replacement } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import { followShared } from '../node/follow-shared.ts'
import { makeText } from '../node/set-text.ts'
import { compileRegex } from '../patch/compile-regex.ts'
import { parseFieldPath } from '../path/field-path.ts'
import { identify } from '../read/identify.ts'
import { editMatches, type FieldWalk } from './edit-matches.ts'
import { editStructured, parseText } from './edit-structured.ts'
import type { Copied } from './find-source.ts'
import { lookUp } from './look-up.ts'
import { selectReplacementTargets } from './select-replacement-targets.ts'
import { placeValue } from './set-value.ts'

export type ReplacementTarget = NonNullable<Replacement['targets']>[number]

/** Puts a value into the fields of all items that one target of a replacement selects. */
export function replaceIn(
  items: readonly Item[],
  copied: Copied,
  target: ReplacementTarget,
  build: BuildContext,
): readonly Item[] {
  const selected = selectReplacementTargets(items, target, build)
  const { fieldPaths = [] } = target
  const paths = fieldPaths.length === 0 ? [makeText('metadata.name', target.at)] : fieldPaths
  const replaced = [...items]
  items.forEach((item, index) => {
    if (!selected.has(item)) return
    for (const path of paths) {
      const source = copied.from === undefined ? undefined : replaced[copied.from.index]
      const value = source === undefined ? copied.value : readValue(source.root, copied)
      const own = copied.from?.index === index ? copied : undefined
      replaced[index] = setField(replaced[index] ?? item, { value, own, path, target, build })
    }
  })
  return replaced
}

function readValue(root: Node, { from, value }: Copied): Node {
  const found = from === undefined ? undefined : lookUp(root, from.path)
  return found !== undefined && 'node' in found ? (found.node ?? value) : value
}

interface Setting {
  readonly value: Node
  /** What is copied, where that is in the very item that it is copied to. */
  readonly own: Copied | undefined
  readonly path: ScalarNode
  readonly target: ReplacementTarget
  readonly build: BuildContext
}

function setField(item: Item, setting: Setting): Item {
  const { value, own, path, build } = setting
  const walk = createWalk(setting)
  const structured = editStructured(item.root, withoutOptions(walk, value))
  const root = structured ?? (own === undefined ? editMatches(item.root, walk) : editOwn(item.root, walk, own, setting))
  if (structured === undefined && (walk.failure !== undefined || walk.matches === 0)) {
    reportMissing(item, path, walk, build)
    return item
  }
  if (root.kind !== 'map' || root === item.root) return item
  const replaced = { ...item, root: followShared(item.root, root) }
  return hasNotes(walk.path) ? forgetNotes(replaced) : replaced
}

/**
 * The fields are made first and set one after the other, and each is set to what the source is by then: it may hold
 * them.
 */
function editOwn(item: Node, walk: FieldWalk, own: Copied, setting: Setting): Node {
  const { set } = walk
  walk.set = field => field
  let root = editMatches(item, walk)
  for (let index = 0; index < walk.matches && walk.failure === undefined; index++) {
    const one = createWalk({ ...setting, value: readValue(root, own) })
    const place = one.set
    one.set = field => (one.matches === index + 1 ? place(field) : field)
    root = editMatches(root, one)
    walk.failure ??= one.failure
  }
  walk.set = set
  return root
}

function createWalk({ value, path, target, build }: Setting): FieldWalk {
  const walk: FieldWalk = {
    path: parseFieldPath(path.text),
    create: target.options?.create === true ? value.kind : undefined,
    by: value.at,
    pathAt: path.at,
    compile: pattern => compileRegex(pattern, path.at, build.report),
    parse: parseText,
    matches: 0,
    failure: undefined,
    set: field => {
      const placed = placeValue(field, value, target.options)
      if (!('failure' in placed)) return placed
      walk.failure ??= placed.failure
      return field
    },
  }
  return walk
}

/** Inside of JSON or YAML text the options do not count. */
function withoutOptions(walk: FieldWalk, value: Node): FieldWalk {
  const set = (field: Node): Node => {
    const placed = placeValue(field, value, undefined)
    return 'failure' in placed ? field : placed
  }
  return { ...walk, set }
}

function reportMissing(item: Item, path: ScalarNode, walk: FieldWalk, build: BuildContext): void {
  const { kind, name } = identify(item.root)
  const what = walk.create === undefined ? 'find' : 'find or create'
  const reason = walk.failure === undefined ? '' : `: ${walk.failure}`
  build.report({
    code: 'replacement-field-missing',
    severity: 'error',
    message: `unable to ${what} field "${path.text}" in replacement target ${kind} "${name}"${reason}`,
    fix: 'correct the path, or let `options.create: true` make the field',
    source: path.at,
  })
}
