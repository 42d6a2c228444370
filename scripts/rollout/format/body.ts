import { longest, quoteCode } from '../../text/markdown-code.ts'
import { formatState, type State, withoutState } from './state.ts'

/** What the text of a pull request tells people. */
export interface BodyFacts {
  /** The clusters that are left out, since `rollout.hold` keeps the value away. */
  readonly held: readonly { readonly cluster: string; readonly reason: string }[]
  /** Clusters that change, too, since they depend on one of the step. */
  readonly alsoChanged: readonly string[]
  /** What changes in the clusters, in Markdown of at most so many characters; absent where nobody has rendered it. */
  readonly summarize?: ((room: number) => string) | undefined
}

const shownNames = 40
const shownHolds = 20
/** A reason is of any length. */
const shownReason = 300

/** The text of a step's pull request: for people, and in a comment for the next run. At most what GitHub takes. */
export function formatBody(state: State, facts: BodyFacts): string {
  const head = [describeStep(state), ...describeOthers(facts)].join('\n\n')
  const foot = [describeNext(state), formatState(state)].join('\n\n')
  const title = '\n\n**What changes in the clusters**\n\n'
  const room = longest - head.length - foot.length - title.length - 1_000
  const summary = facts.summarize?.(room)
  const middle = summary === undefined ? '\n\n' : `${title}${summary.trimEnd()}\n\n`
  return withoutState(head + middle) + foot
}

function describeStep({ set, to, kind, step, of, clusters }: State): string {
  const what = quoteCode(set)
  const whole = `step ${step} of ${of} of the rollout to ${to.map(quoteCode).join(', ')}`
  const count = `${clusters.length} ${clusters.length === 1 ? 'cluster' : 'clusters'}`
  const text =
    kind === 'wave'
      ? `Sets ${what} in ${count}: ${whole}. **A merge deploys it.**`
      : `Moves ${what} from ${count} into the defaults.yaml above them: ${whole}. Nothing changes in the clusters.`
  return `${text}\n\n${listNames(clusters)}`
}

function listNames(names: readonly string[]): string {
  const shown = names.slice(0, shownNames).map(quoteCode).join(', ')
  return names.length > shownNames ? `${shown} … and ${names.length - shownNames} more` : shown
}

function describeOthers({ held, alsoChanged }: BodyFacts): readonly string[] {
  const others = `**Generated files of other clusters change, too**, since they depend on these: ${listNames(alsoChanged)}`
  const holds = held
    .slice(0, shownHolds)
    .map(({ cluster, reason }) => `- ${quoteCode(cluster)}: ${quoteCode(reason.slice(0, shownReason))}`)
  const more = held.length > shownHolds ? [`- … and ${held.length - shownHolds} more`] : []
  return [
    ...(alsoChanged.length > 0 ? [others] : []),
    ...(held.length > 0 ? [['**Left out by `rollout.hold`**', '', ...holds, ...more].join('\n')] : []),
  ]
}

function describeNext({ step, of, bake, tolerate, kind }: State): string {
  const after = `${formatDuration(bake)} after the merge, when the checks of the merge commit have passed and at most ${tolerate} of these clusters fail`
  const next =
    step < of ? `- \`npm run rollout -- continue\` opens the next step ${after}.` : '- This is the last step.'
  const stop = '- To stop the rollout, close this pull request.'
  const back = '- To take it back after the merge: `npm run rollback -- --pr` and the number of this pull request.'
  return ['**What comes next**', '', next, stop, ...(kind === 'wave' ? [back] : [])].join('\n')
}

const units: readonly (readonly [string, number])[] = [
  ['d', 86_400],
  ['h', 3_600],
  ['m', 60],
  ['s', 1],
]

/** `90m`, `1h`, `2d`, `0s`: in the largest unit that has no rest. */
export function formatDuration(seconds: number): string {
  const [unit, size] = units.find(([, length]) => seconds % length === 0 && seconds >= length) ?? ['s', 1]
  return `${seconds / size}${unit}`
}

/** Seconds; undefined where the text is no duration. */
export function parseDuration(text: string): number | undefined {
  const [, digits, unit] = /^(\d{1,6})([dhms])$/.exec(text) ?? []
  const size = units.find(([name]) => name === unit)?.[1]
  return size === undefined ? undefined : Number(digits) * size
}
