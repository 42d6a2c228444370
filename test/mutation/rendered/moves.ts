import type { Manifest } from '../../../scripts/model/resource.ts'
import { editInside, editParent, without } from './edit.ts'
import { type Field, type FieldPath, isMap, listFields, openText } from './field.ts'
import type { Change } from './operators.ts'

/** A field goes one map up or into a map beside it; an element of a list goes to its other end. */
export function listMoves(manifest: Manifest, { path, value }: Field): readonly Change[] {
  const key = path.at(-1)
  if (key === undefined) return []
  if (typeof key === 'number') return listReorders(manifest, path, key)
  const removed = editParent(manifest, path, parent => without(parent, key))
  return targetsOf(manifest, path).map(target => ({
    made: [editInside(removed, target, map => (isMap(map) ? { ...map, [key]: value } : map))],
    what: `to ${target.length === 0 ? 'the top' : String(target.at(-1))}`,
  }))
}

/** The maps around the one that the field stands in, and those beside the field, that do not have such a key. */
function targetsOf(manifest: Manifest, path: FieldPath): readonly FieldPath[] {
  const key = String(path.at(-1))
  const isInText = path[0] === 'data' && path.length > 2
  const parent = path.slice(0, -1)
  const above = ups(parent)
    .filter(up => !isInText || up.length > 1)
    .slice(0, 1)
  const maps = listFields(manifest).filter(field => {
    const map = openText(field.value, field.path)
    return isMap(map) && !(key in map)
  })
  const isBeside = (one: FieldPath) =>
    one.length === path.length &&
    one.at(-1) !== path.at(-1) &&
    typeof one.at(-1) === 'string' &&
    startsWith(one, parent)
  return maps
    .map(field => field.path)
    .filter(one => isBeside(one) || above.some(up => up.length === one.length && startsWith(one, up)))
}

function ups(parent: FieldPath): readonly FieldPath[] {
  return parent
    .map((_, index) => parent.slice(0, parent.length - 1 - index))
    .filter(up => typeof up.at(-1) !== 'number')
}

function startsWith(path: FieldPath, start: FieldPath): boolean {
  return start.every((key, index) => path[index] === key)
}

function listReorders(manifest: Manifest, path: FieldPath, index: number): readonly Change[] {
  const move = (list: unknown): unknown => {
    if (!Array.isArray(list)) return list
    const rest = list.filter((_, other) => other !== index)
    return index === 0 ? [...rest, list[index]] : [list[index], ...rest]
  }
  const made = editParent(manifest, path, move)
  return JSON.stringify(made) === JSON.stringify(manifest) ? [] : [{ made: [made], what: 'to the other end' }]
}
