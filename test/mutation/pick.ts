import { type Mutant, mutantsOf } from './mutate.ts'
import type { Repository } from './trial.ts'

/** One mutant for each line that has a word, of every file that an overlay reads; which word changes from line to line. */
export function pickMutants({ sources, baseline }: Repository): readonly Mutant[] {
  const read = new Set([...baseline.values()].flatMap(judged => [...judged.read]))
  return [...sources]
    .filter(([file]) => read.has(file))
    .flatMap(([file, text]) =>
      [...groupByLine(mutantsOf(file, text))].map(([line, words]) => words[line % words.length]),
    )
    .filter(mutant => mutant !== undefined)
}

function groupByLine(mutants: Iterable<Mutant>): ReadonlyMap<number, readonly Mutant[]> {
  const lines = new Map<number, Mutant[]>()
  for (const mutant of mutants) lines.set(mutant.line, [...(lines.get(mutant.line) ?? []), mutant])
  return lines
}
