import { nodeAt, type Path, type Position, type Provenance, positionOf } from 'kustomize-ts'
import type { Cluster } from '../model/cluster.ts'
import type { GeneratedFile } from '../model/generated-file.ts'

/** A place that had a say in a value. */
export interface Step {
  readonly place: Position
  /** The key of cluster.yaml that stands there, and what became of it; absent for a file that is no settings. */
  readonly key?: string
  readonly isGenerated?: boolean
}

/**
 * The places that set a field, the last one first: what kustomize knows of them, and before a place in a generated file
 * the key of cluster.yaml that it follows from, with what that key overrides in the defaults.yaml files above.
 * `generated` are the files that are as `npm run generate` makes them, by their absolute paths.
 */
export function traceField(chain: readonly Position[], generated: ReadonlyMap<string, GeneratedFile>): readonly Step[] {
  const steps = chain.flatMap((place): readonly Step[] => {
    const file = generated.get(place.file)
    if (file === undefined) return [{ place }]
    const key = file.origins[place.line - 1]
    return [...(key === undefined ? [] : traceKey(file.cluster, key)), { place, isGenerated: true }]
  })
  return steps.filter((step, index) => !isSame(step, steps[index - 1]))
}

function traceKey({ root }: Cluster, path: Path): readonly Step[] {
  const key = path.join('.')
  const node = nodeAt(root, path)
  if (node === undefined) return [{ place: positionOf(root, path), key: `${key} is not set: its default` }]
  return listPlaces(node.at).map((place, index) => ({ place, key: index === 0 ? key : `${key}, overridden` }))
}

function listPlaces(at: Provenance | undefined): readonly Position[] {
  return at === undefined ? [] : [at, ...listPlaces(at.previous)]
}

function isSame({ place }: Step, other: Step | undefined): boolean {
  return place.file === other?.place.file && place.line === other.place.line && place.column === other.place.column
}
