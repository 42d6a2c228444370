import { build } from '../src/build/build.ts'
import { buildOutcome } from './build-outcome.ts'
import { listFeatures } from './list-features.ts'
import { describeMiss } from './outcome.ts'
import { readOwnCases } from './own-cases.ts'
import { type BuildCase, demandOf, readRows } from './read-cases.ts'
import { runCase } from './run-case.ts'
import { runUnits } from './run-units.ts'
import { type Suite, type Summary, summarize, type Verdict } from './summarize.ts'

/** Holds all recorded cases with `only` in their names, those in the folder `cases` and the package's own. */
export async function runSuites(cases: string, only: string): Promise<Summary> {
  const shared = ['kustomize-cases', 'fogflow-trees'].map(name => {
    const rows = readRows<BuildCase>(`${cases}/${name}.jsonl`).filter(test => test.id.includes(only))
    return { name, verdicts: rows.map(judge) }
  })
  const units = await runUnits(`${cases}/kustomize-units.jsonl`, only)
  const suites = [...shared, ...units, judgeOwn(only)]
  const chosen = only === '' ? suites : suites.filter(({ verdicts }) => verdicts.length > 0)
  return summarize(chosen.length === 0 ? suites : chosen)
}

function judge(test: BuildCase): Verdict {
  const miss = describeMiss(demandOf(test), runCase(test))
  return { id: test.id, features: listFeatures(test), ...(miss !== undefined && { miss }) }
}

function judgeOwn(only: string): Suite {
  const verdicts = readOwnCases()
    .filter(({ name }) => name.includes(only))
    .map(({ name, directory, demand }) => {
      const miss = describeMiss(
        demand,
        buildOutcome(() => build(directory)),
      )
      return { id: name, features: [], ...(miss !== undefined && { miss }) }
    })
  return { name: 'testdata', verdicts }
}
