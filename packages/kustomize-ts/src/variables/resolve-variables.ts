import type { BuildContext } from '../build/target.ts'
import { editItem, refuseField } from '../field-spec/edit-items.ts'
import type { TransformerConfig } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import { parseFieldPath } from '../path/field-path.ts'
import { lookUp } from '../replacement/look-up.ts'
import { expandText } from './expand-text.ts'
import { readValue } from './read-value.ts'
import type { Variable } from './variable.ts'

/** Puts the values of variables into the fields that may hold `$(NAME)`. */
export function resolveVariables(
  items: readonly Item[],
  variables: ReadonlyMap<string, Variable>,
  config: TransformerConfig,
  build: BuildContext,
): readonly Item[] {
  if (variables.size === 0) return items
  const values = new Map<string, Node>()
  for (const variable of variables.values()) {
    const value = findValue(variable, items, build)
    if (value !== undefined) values.set(variable.name, value)
  }
  if (build.hasFailed()) return items
  const used = new Set<string>()
  const resolved = items.map(item => resolveItem(item, values, used, config, build))
  for (const variable of variables.values()) if (!used.has(variable.name)) warnUnused(variable, build)
  return resolved
}

function findValue(variable: Variable, items: readonly Item[], build: BuildContext): Node | undefined {
  const item = items.find(({ variables }) => variables.includes(variable.name))
  const path = parseFieldPath(variable.fieldPath).flatMap(splitIndex)
  const found = item === undefined ? undefined : lookUp(item.root, path)
  const value = found !== undefined && 'node' in found && found.node !== undefined ? readValue(found.node) : undefined
  if (value !== undefined) return value
  const missing = item === undefined
  build.report({
    code: 'variable-without-value',
    severity: 'error',
    message: missing
      ? `var '${variable.name}' cannot be mapped to a field in the set of known resources`
      : `field specified in var '${variable.name}' not found in corresponding resource`,
    fix: missing ? 'name an object of this kustomization in its objref' : 'correct its fieldPath',
    source: variable.at,
  })
  return undefined
}

/** `ports[0]` is `ports` and `0`. */
function splitIndex(element: string): readonly string[] {
  const match = /^(.*)\[(\d+)\]$/.exec(element)
  if (match === null) return [element]
  return [match[1], match[2]].flatMap(part => (part ? [part] : []))
}

function resolveItem(
  item: Item,
  values: ReadonlyMap<string, Node>,
  used: Set<string>,
  config: TransformerConfig,
  build: BuildContext,
): Item {
  const refuse = refuseField(item, build)
  const expand = (node: ScalarNode) => (isText(node) ? expandText(asText(node), values, used) : node)
  const set = (node: Node): Node => {
    if (node.kind === 'scalar') return expand(node)
    if (node.kind === 'map') {
      const entries = [...node.entries].map(([key, entry]) => {
        return [key, entry.value.kind === 'scalar' ? { ...entry, value: expand(entry.value) } : entry] as const
      })
      return { ...node, entries: new Map(entries) }
    }
    const stranger = node.items.find(element => element.kind !== 'scalar' || !isText(element))
    if (stranger !== undefined) refuse(stranger, { path: '(a list that may hold variables)' })
    return { ...node, items: node.items.map(element => (element.kind === 'scalar' ? expand(element) : element)) }
  }
  return editItem(item, config.varReference, { set, by: item.root.at, refuse })
}

/** What kustomize set without a type counts as text, and is text from now on. Bare, `<<` is a merge key to go-yaml. */
function isText({ tag, untagged, style, text }: ScalarNode): boolean {
  return untagged === true || (tag === 'str' && (style !== undefined || text !== '<<'))
}

function asText(node: ScalarNode): ScalarNode {
  if (!node.untagged) return node
  const { untagged: _, ...rest } = node
  return { ...rest, tag: 'str' }
}

function warnUnused(variable: Variable, build: BuildContext): void {
  build.report({
    code: 'variable-unused',
    severity: 'warning',
    message: `nothing here holds $(${variable.name})`,
    fix: 'remove the variable, or add the field that holds it to varReference in `configurations`',
    source: variable.at,
  })
}
