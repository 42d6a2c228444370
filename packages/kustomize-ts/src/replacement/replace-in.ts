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
import { selectReplacementTargets } from './select-replacement-targets.ts'
import { placeValue } from './set-value.ts'

export type ReplacementTarget = NonNullable<Replacement['targets']>[number]

/** Puts a value into the fields of all items that one target of a replacement selects. */
export function replaceIn(
  items: readonly Item[],
  value: Node,
  target: ReplacementTarget,
  build: BuildContext,
): readonly Item[] {
  const selected = selectReplacementTargets(items, target, build)
  const { fieldPaths = [] } = target
  const paths = fieldPaths.length === 0 ? [makeText('metadata.name', target.at)] : fieldPaths
  return items.map(item =>
    selected.has(item) ? paths.reduce((edited, path) => setField(edited, value, path, target, build), item) : item,
  )
}

function setField(item: Item, value: Node, path: ScalarNode, target: ReplacementTarget, build: BuildContext): Item {
  const walk = createWalk(value, path, target, build)
  const structured = editStructured(item.root, withoutOptions(walk, value))
  const root = structured ?? editMatches(item.root, walk)
  if (structured === undefined && (walk.failure !== undefined || walk.matches === 0)) {
    reportMissing(item, path, walk, build)
    return item
  }
  if (root.kind !== 'map' || root === item.root) return item
  const replaced = { ...item, root: followShared(item.root, root) }
  return hasNotes(walk.path) ? forgetNotes(replaced) : replaced
}

function createWalk(value: Node, path: ScalarNode, target: ReplacementTarget, build: BuildContext): FieldWalk {
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
