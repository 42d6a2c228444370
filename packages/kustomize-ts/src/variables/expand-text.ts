import { formatGeneral } from '../emit/number.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import { setBy } from '../node/set-text.ts'

/**
 * A text with `$(NAME)` replaced by values, `$$` by a dollar sign, and unknown names left alone. A text that is one
 * name and nothing else takes the type of the value. Whether or not it has names, it loses its style. The names that
 * were found are added to `used`.
 */
export function expandText(node: ScalarNode, values: ReadonlyMap<string, Node>, used: Set<string>): ScalarNode {
  const whole = /^\$\(([^)]*)\)$/.exec(node.text)?.[1]
  const value = whole === undefined ? undefined : values.get(whole)
  if (whole !== undefined && value?.kind === 'scalar') {
    used.add(whole)
    const { tag, text } = value
    return { kind: 'scalar', tag: isTyped(value) ? tag : 'str', text, at: setBy(value.at, node.at) }
  }
  let source: Node | undefined
  const text = node.text.replace(/\$(?:\$|\(([^)]*)\))/g, (match, name: string | undefined) => {
    if (name === undefined) return '$'
    const found = values.get(name)
    if (found?.kind !== 'scalar') return match
    used.add(name)
    source ??= found
    return printValue(found)
  })
  if (text === node.text) return withoutStyle(node)
  return { ...withoutContent(withoutStyle(node)), text, at: setBy(source?.at ?? node.at, node.at) }
}

function isTyped({ tag }: ScalarNode): boolean {
  return tag === 'int' || tag === 'float' || tag === 'bool'
}

/** A value inside of a text, as Go prints it. */
function printValue({ tag, text }: ScalarNode): string {
  return tag === 'float' ? formatGeneral(Number(text)) : text
}

function withoutStyle(node: ScalarNode): ScalarNode {
  if (node.style === undefined) return node
  const { style: _, ...rest } = node
  return rest
}

function withoutContent({ content: _, ...rest }: ScalarNode): ScalarNode {
  return rest
}
