import type { Replacement } from '../kustomization/fields.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import { follow } from '../node/set-text.ts'
import { resolveTag } from '../yaml/resolve-tag.ts'

export type TargetOptions = NonNullable<NonNullable<Replacement['targets']>[number]['options']>

/** The new value of a field, or why it cannot have one. */
export type NewValue = Node | { readonly failure: string }

/**
 * The value in the place of a field: a scalar keeps its type and takes the text only, one that was just made takes the
 * type that its text has, everything else is replaced whole. A delimiter cuts the old text into parts, of which one is
 * replaced, or before or behind which one is put.
 */
export function placeValue(field: Node, value: Node, options: TargetOptions | undefined): NewValue {
  const delimiter = options?.delimiter?.text ?? ''
  if (delimiter === '') return placeText(field, value, value.kind === 'scalar' ? value.text : '')
  if (field.kind !== 'scalar') return { failure: 'delimiter option can only be used with scalar nodes' }
  const text = value.kind === 'scalar' && value.tag !== 'null' ? value.text : ''
  return placeText(field, value, joinPart(field.text, text, delimiter, Number(options?.index?.text ?? 0)))
}

function joinPart(old: string, text: string, delimiter: string, index: number): string {
  const parts = old.split(delimiter)
  if (index < 0) return [text, ...parts].join(delimiter)
  if (index >= parts.length) return [...parts, text].join(delimiter)
  return parts.map((part, at) => (at === index ? text : part)).join(delimiter)
}

function placeText(field: Node, value: Node, text: string): Node {
  const at = follow(value.at, field.at)
  if (field.kind !== 'scalar') return { ...value, at }
  const { typed } = field
  if (typed !== undefined && resolveTag(text, 'v3') !== typed) return { ...unstyled(field), tag: typed, text, at }
  if (!field.untagged || field.style) return { ...withoutContent(field), text, at }
  return { ...withoutContent(field), tag: resolveTag(text, 'v3'), untagged: true, text, at }
}

function unstyled({ style: _, typed: __, content: ___, ...field }: ScalarNode): ScalarNode {
  return field
}

function withoutContent({ content: _, ...field }: ScalarNode): ScalarNode {
  return field
}
