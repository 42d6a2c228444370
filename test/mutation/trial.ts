import { changedFields } from './changes.ts'
import type { Judge, Judged } from './judge.ts'
import { isStructure, type Mutant } from './mutate.ts'
import { type Reason, whyNeutral } from './neutral.ts'

/** What came of one mutant. */
export type Outcome =
  /** No overlay that reads the file builds: nothing wrong can be deployed. */
  | 'refused'
  /** No overlay is rendered differently. */
  | 'unchanged'
  /** Reported at the line that was changed. */
  | 'at-the-line'
  /** Reported where the other end of the reference stands: a line that shares a word with the one that was changed. */
  | 'at-the-other-end'
  /** A key of the format itself was changed, and something is reported. */
  | 'reported'
  /** Reported, but at a line that has nothing to do with the change. */
  | 'elsewhere'
  /** Only fields have changed that refer to nothing. */
  | 'neutral'
  /** Deployed as if it were right, though a field has changed that may refer to something. */
  | 'missed'

export interface Trial {
  readonly mutant: Mutant
  readonly outcome: Outcome
  /** The fields that a reader of the rendered objects sees changed. */
  readonly fields: readonly string[]
}

export interface Repository {
  readonly judge: Judge
  /** Each overlay as it is, free of diagnostics. */
  readonly baseline: ReadonlyMap<string, Judged>
  readonly sources: ReadonlyMap<string, string>
}

/** Validates the overlays that read a changed file, until one of them tells of the change. */
export function tryMutant(mutant: Mutant, repository: Repository): Trial {
  const readers = [...repository.baseline].filter(([, { read }]) => read.has(mutant.file))
  const seen: View[] = []
  for (const [overlay, before] of readers) {
    const after = repository.judge(overlay, mutant)
    if (after.yaml === undefined) continue
    const view = look(mutant, before, after, repository)
    seen.push(view)
    if (isFound(view.outcome) || (view.reason && !view.reason.isConditional)) break
  }
  const fields = [...new Set(seen.flatMap(view => view.fields))]
  return { mutant, outcome: conclude(seen), fields }
}

interface View {
  readonly outcome: Outcome
  readonly fields: readonly string[]
  readonly reason: Reason | undefined
}

function look(mutant: Mutant, before: Judged, after: Judged, { sources }: Repository): View {
  const changed = changedFields(before.resources, after.resources)
  const reason = changed.size === 0 ? undefined : whyNeutral(mutant, lineOf(sources, mutant.file, mutant.line), changed)
  return { outcome: outcomeOf(mutant, before, after, sources), fields: [...changed], reason }
}

function conclude(seen: readonly View[]): Outcome {
  if (seen.length === 0) return 'refused'
  const found = seen.find(({ outcome }) => isFound(outcome))
  if (found) return found.outcome
  const changed = seen.filter(({ outcome }) => outcome !== 'unchanged')
  if (changed.length === 0) return 'unchanged'
  if (changed.some(({ outcome }) => outcome === 'elsewhere')) return 'elsewhere'
  return changed.every(({ reason }) => reason) || changed.some(({ reason }) => reason && !reason.isConditional)
    ? 'neutral'
    : 'missed'
}

function isFound(outcome: Outcome): boolean {
  return outcome === 'at-the-line' || outcome === 'at-the-other-end' || outcome === 'reported'
}

function outcomeOf(mutant: Mutant, before: Judged, after: Judged, sources: ReadonlyMap<string, string>): Outcome {
  const places = after.diagnostics.flatMap(({ source }) => source ?? [])
  if (places.some(({ file, line }) => file === mutant.file && line === mutant.line)) return 'at-the-line'
  const own = telling(lineOf(sources, mutant.file, mutant.line))
  const ends = new Set([mutant.word, ...own, ...ownNames(mutant.file, sources)])
  const isRelated = places.some(({ file, line }) =>
    [...wordsOf(lineOf(sources, file, line)), ...ownNames(file, sources)].some(word => ends.has(word)),
  )
  if (isRelated) return 'at-the-other-end'
  if (after.diagnostics.length > 0)
    return isStructure(mutant, sources.get(mutant.file) ?? '') ? 'reported' : 'elsewhere'
  return after.yaml === before.yaml ? 'unchanged' : 'missed'
}

function lineOf(sources: ReadonlyMap<string, string>, file: string, line: number): string {
  return sources.get(file)?.split('\n')[line - 1] ?? ''
}

/** The words of the name of the object that a file holds: references to it lead here. */
function ownNames(file: string, sources: ReadonlyMap<string, string>): readonly string[] {
  const name = /^metadata:\n(?: {2}#.*\n)* {2}name: (.+)$/m.exec(sources.get(file) ?? '')?.[1] ?? ''
  return name === 'any' ? [] : telling(name)
}

/** The words of a line that stand for something by themselves, rather than for the kind of thing that they name. */
function telling(line: string): readonly string[] {
  const common = /^(name|key|port|path|value|app|kubernetes|io|part|of|kind|http|svc|cluster|local|true|false)$/
  return wordsOf(line).filter(word => !common.test(word))
}

function wordsOf(line: string): readonly string[] {
  const words = line.replace(/(^|\s)#.*$/, '').match(/[A-Za-z0-9_-]{2,}/g) ?? []
  return words.flatMap(word => [word, ...word.split('-')]).filter(word => word.length > 1)
}
