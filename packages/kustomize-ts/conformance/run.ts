/**
 * Holds kustomize-ts against cases that kustomize 5.8.1 has judged: `npm run conformance [-- --only TEXT]`. They are
 * other projects' test data, lie beside this repository and are not part of it.
 */
import { parseArgs } from 'node:util'
import { listFeatures } from './list-features.ts'
import { describeMiss } from './outcome.ts'
import { type BuildCase, demandOf, readRows } from './read-cases.ts'
import { runCase } from './run-case.ts'
import { summarize, type Verdict } from './summarize.ts'

const { values } = parseArgs({ options: { only: { type: 'string', default: '' }, cases: { type: 'string' } } })
const folder = values.cases ?? new URL('../../../../shared/conformance', import.meta.url).pathname

function judge(test: BuildCase): Verdict {
  const miss = describeMiss(demandOf(test), runCase(test))
  return { id: test.id, features: listFeatures(test), ...(miss !== undefined && { miss }) }
}

const suites = ['kustomize-cases', 'fogflow-trees'].map(name => {
  const cases = readRows<BuildCase>(`${folder}/${name}.jsonl`).filter(test => test.id.includes(values.only))
  return { name, verdicts: cases.map(judge) }
})
const { text, isPassed } = summarize(suites)
console.log(text)
process.exitCode = isPassed ? 0 : 1
