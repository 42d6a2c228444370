import type { BuildContext } from '../build/target.ts'
import { currentId, formatId, type Id, isKnownAs } from '../item/identity.ts'
import type { Item } from '../model/item.ts'
import type { Generated } from './generate-object.ts'
import { mergeGenerated } from './merge-generated.ts'

/** Adds what generators made to what is there: as a new object, or merged into or instead of the one of that id. */
export function absorbGenerated(
  items: readonly Item[],
  generated: readonly Generated[],
  build: BuildContext,
): readonly Item[] {
  return generated.reduce((absorbed, made) => absorbOne(absorbed, made, build), items)
}

function absorbOne(items: readonly Item[], made: Generated, build: BuildContext): readonly Item[] {
  const id = currentId(made.item, build.isClusterScoped)
  const matches = items.filter(item => isKnownAs(item, id, build.isClusterScoped))
  const [old] = matches
  const problem = findProblem(matches.length, made, id)
  if (problem !== undefined) {
    build.report({ severity: 'error', source: made.at, ...problem })
    return items
  }
  if (old === undefined) return [...items, made.item]
  const merged = mergeGenerated(old, made.item, made.behavior === 'merge')
  return items.map(item => (item === old ? merged : item))
}

function findProblem(matches: number, { behavior }: Generated, id: Id) {
  const changes = behavior === 'merge' || behavior === 'replace'
  const name = formatId(id)
  if (matches === 0 && changes) {
    return {
      code: 'generator-without-base',
      message: `id ${name} does not exist; cannot merge or replace`,
      fix: 'name an object of a base (with its namespace at this layer), or remove `behavior`',
    }
  }
  if (matches === 1 && !changes) {
    return {
      code: 'generator-conflict',
      message: `id ${name} exists; can not use behavior: '${behavior}', behavior must be merge or replace`,
      fix: 'add `behavior: merge` or `behavior: replace`, or use another name',
    }
  }
  if (matches > 1) {
    return {
      code: 'generator-ambiguous',
      message: `found multiple objects that could accept merge of ${name}`,
      fix: 'rename all but one of them',
    }
  }
  return undefined
}
