import type { Path } from 'kustomize-ts'

const from = Symbol('from')

/** A value of a generated file together with the key of cluster.yaml that it comes from. */
export interface Derived {
  readonly value: Value
  readonly [from]: Path
}

/** Text of several lines, written as a block literal. */
export interface Block {
  readonly lines: readonly Line[]
}

export type Scalar = string | number | boolean
/** What a generated file can hold; a key whose value is undefined is left out. */
export type Value = Scalar | Derived | Block | readonly Value[] | { readonly [key: string]: Value | undefined }

/** A line of a generated file, and the key of cluster.yaml that decides what it says, if one does. */
export interface Line {
  readonly text: string
  readonly from?: Path
}

export function derive(value: Value, ...path: Path): Derived {
  return { value, [from]: path }
}

export function isDerived(value: Value): value is Derived {
  return typeof value === 'object' && from in value
}

export function isBlock(value: Value): value is Block {
  return typeof value === 'object' && 'lines' in value
}

/** The value without the remark where it comes from, and that remark, inherited from what it stands in. */
export function takeApart(
  value: Value,
  above?: Path,
): { readonly value: Exclude<Value, Derived>; readonly from?: Path } {
  const origin = isDerived(value) ? value[from] : above
  const inner = isDerived(value) ? value.value : value
  if (isDerived(inner)) return takeApart(inner, origin)
  return { value: inner, ...(origin !== undefined && { from: origin }) }
}

/** A line inside of others. */
export function indent({ text, from: origin }: Line, by: string): Line {
  return { text: text === '' ? '' : by + text, ...(origin !== undefined && { from: origin }) }
}

export function lineOf(text: string, origin?: Path): Line {
  return { text, ...(origin !== undefined && { from: origin }) }
}
