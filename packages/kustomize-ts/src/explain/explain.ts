import type { Node } from '../model/node.ts'
import type { Path } from '../model/path.ts'
import type { Position, Provenance } from '../model/position.ts'
import type { Resource } from '../model/resource.ts'
import { parseFieldPath } from '../path/field-path.ts'
import { type Followed, followPath } from './follow-path.ts'

export interface Explanation {
  readonly path: Path
  readonly node: Node
  /** The places that have set the value, the last one first. There is at least one. */
  readonly chain: readonly Position[]
}

/**
 * Why a field of a built resource has its value. `field` is a path as replacements write it
 * (`spec.template.spec.containers.[name=web].image`); it may go on into the YAML or JSON that a text holds.
 */
export function explain(resource: Pick<Resource, 'root'>, field: string): Explanation | { readonly failure: string } {
  const followed = followPath(resource.root, parseFieldPath(field))
  return 'failure' in followed ? followed : { path: followed.path, node: followed.node, chain: chainOf(followed) }
}

/** A field inside of a text was set where it stands there; what the text replaced comes behind. */
function chainOf({ node, texts }: Followed): readonly Position[] {
  const places = [node.at, ...[...texts].reverse().map(text => text.at.previous)].flatMap(listPlaces)
  return places.filter((place, index) => !isSame(place, places[index - 1]))
}

/** What is made first and filled then has one place twice. */
function isSame(one: Position, other: Position | undefined): boolean {
  return one.file === other?.file && one.line === other.line && one.column === other.column
}

function listPlaces(provenance: Provenance | undefined): readonly Position[] {
  const places: Position[] = []
  for (let at = provenance; at !== undefined; at = at.previous) {
    const { file, line, column } = at
    places.push({ file, line, column })
  }
  return places
}
