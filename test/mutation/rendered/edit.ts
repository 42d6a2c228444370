import { type FieldPath, isJsonText, isMap, openText } from './field.ts'

export type Edit = (value: unknown) => unknown

/** What stands at a path becomes another value; everything else stays, in its order. */
export function editAt(root: unknown, path: FieldPath, edit: Edit, done: FieldPath = []): unknown {
  if (path.length === done.length) return edit(root)
  const key = path[done.length]
  const within = [...done, key ?? '']
  const opened = openText(root, done)
  const changed = mapChild(opened, key, child => editAt(child, path, edit, within))
  return isJsonText(root, done) ? JSON.stringify(changed, undefined, 2) : changed
}

function mapChild(value: unknown, key: string | number | undefined, edit: Edit): unknown {
  if (Array.isArray(value)) return value.map((child, index) => (index === key ? edit(child) : child))
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([name, child]) => [name, name === key ? edit(child) : child]))
}

/** Like `editAt`, but a text that is JSON is edited as what it says. */
export function editInside(root: unknown, path: FieldPath, edit: Edit): unknown {
  return editAt(root, path, value => {
    const changed = edit(openText(value, path))
    return isJsonText(value, path) ? JSON.stringify(changed, undefined, 2) : changed
  })
}

/** What a field stands in becomes another value. */
export function editParent(root: unknown, path: FieldPath, edit: Edit): unknown {
  return editInside(root, path.slice(0, -1), edit)
}

/** A map or list without one child. */
export function without(value: unknown, key: string | number | undefined): unknown {
  if (Array.isArray(value)) return value.filter((_, index) => index !== key)
  return isMap(value) ? Object.fromEntries(Object.entries(value).filter(([name]) => name !== key)) : value
}

/** A map with another name for a child. */
export function renamed(value: unknown, key: string | number | undefined, name: string): unknown {
  if (!isMap(value)) return value
  return Object.fromEntries(Object.entries(value).map(([old, child]) => [old === key ? name : old, child]))
}
