/**
 * Holds kustomize-ts against cases that kustomize 5.8.1 has judged: `npm run conformance [-- --only TEXT]`. They are
 * other projects' test data, lie beside this repository and are not part of it. With `-- --fuzz N` against kustomize
 * itself, on N random trees; with `-- --malformed N` on N trees that are broken somehow; with `-- --wild DIR` on check-outs of public repositories, as DIR/<owner>/<name>.
 */
import { homedir } from 'node:os'
import { parseArgs } from 'node:util'
import { runFuzz } from './fuzz/run-fuzz.ts'
import { summarizeFuzz } from './fuzz/summarize-fuzz.ts'
import { listFeatures } from './list-features.ts'
import { runMalformed } from './malformed/run-malformed.ts'
import { describeMiss } from './outcome.ts'
import { type BuildCase, demandOf, readRows } from './read-cases.ts'
import { runCase } from './run-case.ts'
import { runWild } from './run-wild.ts'
import { type Summary, summarize, type Verdict } from './summarize.ts'

const { values } = parseArgs({
  options: {
    cases: { type: 'string', default: new URL('../../../../shared/conformance', import.meta.url).pathname },
    only: { type: 'string', default: '' },
    fuzz: { type: 'string' },
    wild: { type: 'string' },
    malformed: { type: 'string' },
    seed: { type: 'string', default: '1' },
    without: { type: 'string', default: '' },
    kustomize: { type: 'string', default: `${homedir()}/.cache/fogflow-gitops/tools/kustomize-v5.8.1/kustomize` },
  },
})

function judge(test: BuildCase): Verdict {
  const miss = describeMiss(demandOf(test), runCase(test))
  return { id: test.id, features: listFeatures(test), ...(miss !== undefined && { miss }) }
}

function runSuites(): Summary {
  const suites = ['kustomize-cases', 'fogflow-trees'].map(name => {
    const cases = readRows<BuildCase>(`${values.cases}/${name}.jsonl`).filter(test => test.id.includes(values.only))
    return { name, verdicts: cases.map(judge) }
  })
  return summarize(suites)
}

async function fuzz(count: number): Promise<Summary> {
  const { seed, kustomize, without } = values
  return summarizeFuzz(await runFuzz({ count, seed: Number(seed), kustomize, without: without.split(',') }))
}

function wild(folder: string): Summary {
  const { suites, absent } = runWild(folder, `${values.cases}/wild-public.jsonl`)
  const { text, isPassed } = summarize(suites)
  return {
    text: [text, ...absent.map(name => `${name}: not checked out, skipped`)].join('\n'),
    isPassed: isPassed && suites.length > 0,
  }
}

async function run(): Promise<Summary> {
  if (values.fuzz !== undefined) return fuzz(Number(values.fuzz))
  if (values.malformed !== undefined) return runMalformed(Number(values.malformed), Number(values.seed))
  return values.wild === undefined ? runSuites() : wild(values.wild)
}

const { text, isPassed } = await run()
console.log(text)
process.exitCode = isPassed ? 0 : 1
