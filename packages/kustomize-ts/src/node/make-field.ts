import { readsAsString } from '../merge/reads-as-string.ts'
import type { ScalarNode } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { makeText, makeUntyped } from './set-text.ts'

/** A text in a field that kustomize adds to a map: without a type, but in quotes where YAML 1.1 makes no string of it. */
export function makeField(text: string, by: Position): ScalarNode {
  return needsNoQuotes(text) ? makeUntyped(text, by) : { ...makeText(text, by), style: 'quoted' }
}

/** The same with the type of a string: what is set later in its place may be none. */
export function makeStringField(text: string, by: Position): ScalarNode {
  return needsNoQuotes(text) ? makeText(text, by) : { ...makeText(text, by), style: 'quoted' }
}

function needsNoQuotes(text: string): boolean {
  return text === '' || text.includes('\n') || readsAsString(text)
}
