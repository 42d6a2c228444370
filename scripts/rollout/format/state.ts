import { checkOf } from '../../schema/open-schemas.ts'
import { formatHidden, parseHidden, withoutHidden } from '../hidden-object.ts'
import stateSchema from './state.schema.json' with { type: 'json' }

/** What a rollout's pull request says of itself to the next run: all that is known of the rollout is in its pull requests. */
export interface State {
  /** As the user wrote them. */
  readonly set: string
  readonly to: readonly string[]
  readonly waves: string
  /** Seconds between a merge and the next step. */
  readonly bake: number
  /** How many clusters of a wave may fail before the rollout stops: a count, or a percentage of the wave. */
  readonly tolerate: string
  readonly kind: 'wave' | 'lift'
  /** From 1. */
  readonly step: number
  /** How many steps there are as it looks by now. */
  readonly of: number
  /** The names of the clusters that it changes. */
  readonly clusters: readonly string[]
  /** A checksum of all that it changes. */
  readonly files: string
  /** The commit that the rollout has put on the branch; absent while it puts one there. */
  readonly commit?: string
}

const check = checkOf(stateSchema)
const name = 'fogflow-rollout'

/** As a comment that Markdown does not show. It holds no character that could end it. */
export function formatState({ clusters, ...state }: State): string {
  return formatHidden(name, { ...state, clusters: foldNames(clusters) })
}

/** Whatever people have written around it. Undefined where it is not there exactly once, or is not what a rollout writes. */
export function parseState(body: string): State | undefined {
  const value = parseHidden(name, body)
  let isRight = value !== undefined
  check(value, undefined, () => {
    isRight = false
  })
  if (!isRight) return undefined
  const { clusters, ...state } = value as Omit<State, 'clusters'> & { clusters: Folded }
  return { ...state, clusters: unfoldNames(clusters) }
}

/** Text that comes from elsewhere must not look as if a rollout had written it. */
export function withoutState(text: string): string {
  return withoutHidden(name, text)
}

/** Names by their folder, of which a thousand have the same: `[["kanto", "shibuya", "ueno"]]`. */
type Folded = readonly (readonly string[])[]

function foldNames(names: readonly string[]): Folded {
  const rows: string[][] = []
  for (const name of names) {
    const at = name.lastIndexOf('/')
    const [folder, last] = [name.slice(0, Math.max(0, at)), name.slice(at + 1)]
    if (rows.at(-1)?.[0] === folder) rows.at(-1)?.push(last)
    else rows.push([folder, last])
  }
  return rows
}

function unfoldNames(rows: Folded): readonly string[] {
  return rows.flatMap(([folder, ...names]) => names.map(name => (folder ? `${folder}/${name}` : name)))
}
