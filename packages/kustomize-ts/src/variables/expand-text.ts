import type { Node, ScalarNode } from '../model/node.ts'
import { setBy } from '../node/set-text.ts'
import { parseDecimal, parseInteger } from '../yaml/number.ts'
import { parseBoolean } from '../yaml/resolve-tag.ts'

/**
 * A text with `$(NAME)` replaced by values, `$$` by a dollar sign, and unknown names left alone. A text that is one
 * name and nothing else takes the type of the value. The names that were found are added to `used`.
 */
export function expandText(node: ScalarNode, values: ReadonlyMap<string, Node>, used: Set<string>): ScalarNode {
  const whole = /^\$\(([^)]*)\)$/.exec(node.text)?.[1]
  const value = whole === undefined ? undefined : values.get(whole)
  if (whole !== undefined && value?.kind === 'scalar') {
    used.add(whole)
    const { text, tag } = printValue(value)
    return { kind: 'scalar', tag, text, at: setBy(value.at, node.at) }
  }
  let source: Node | undefined
  const text = node.text.replace(/\$(?:\$|\(([^)]*)\))/g, (match, name: string | undefined) => {
    if (name === undefined) return '$'
    const found = values.get(name)
    if (found?.kind !== 'scalar') return match
    used.add(name)
    source ??= found
    return printValue(found).text
  })
  return text === node.text ? node : { ...withoutContent(node), text, at: setBy(source?.at ?? node.at, node.at) }
}

/** Numbers and booleans as Go prints them; a time or a null is its text. */
function printValue({ tag, text }: ScalarNode): Pick<ScalarNode, 'text' | 'tag'> {
  if (tag === 'int') return { tag, text: parseInteger(text)?.toString() ?? text }
  if (tag === 'float') return { tag, text: String(parseDecimal(text) ?? Number(text)) }
  return tag === 'bool' ? { tag, text: String(parseBoolean(text)) } : { tag: 'str', text }
}

function withoutContent({ content: _, ...rest }: ScalarNode): ScalarNode {
  return rest
}
