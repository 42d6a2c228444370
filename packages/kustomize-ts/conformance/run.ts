import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { Command, InvalidArgumentError } from 'commander'
import { runFuzz } from './fuzz/run-fuzz.ts'
import { summarizeFuzz } from './fuzz/summarize-fuzz.ts'
import { kustomizeBinary } from './kustomize-binary.ts'
import { runMalformed } from './malformed/run-malformed.ts'
import { runSuites } from './run-suites.ts'
import { runWild } from './run-wild.ts'
import type { Summary } from './summarize.ts'

interface Options {
  readonly cases: string
  readonly only: string
  readonly fuzz?: number
  readonly malformed?: number
  readonly wild?: string
  readonly seed: number
  readonly without: string
  readonly kustomize: string
}

const program = new Command('npm run conformance')
  .description(
    'Holds kustomize-ts against cases that kustomize 5.8.1 has judged (of this package, and of other projects, which lie beside the repository), or against kustomize itself.',
  )
  .usage('-- [options]')
  .option(
    '--cases <dir>',
    'where the cases of others are',
    fileURLToPath(new URL('../../../../shared/conformance', import.meta.url)),
  )
  .option('--only <text>', 'only cases whose name has this text', '')
  .option('--fuzz <n>', 'build n random trees with kustomize too, and compare the bytes', readCount)
  .option('--malformed <n>', 'build n trees that are broken somehow: none may crash or hang', readCount)
  .option('--wild <dir>', 'build public repositories, checked out as <dir>/<owner>/<name> at their recorded commits')
  .option('--seed <n>', 'the first random tree', readCount, 1)
  .option('--without <fields>', 'fields that random trees shall not have, between commas', '')
  .option('--kustomize <file>', 'the kustomize to compare with', kustomizeBinary)
  .addHelpText('after', '\nExit codes: 0 all is the same, 1 something differs, 2 the run could not be finished.')
  .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
  .allowExcessArguments(false)
  .action(run)

function readCount(text: string): number {
  if (!/^[1-9]\d{0,9}$/.test(text)) throw new InvalidArgumentError('It must be a number from 1 on.')
  return Number(text)
}

/** One of the options decides what is run; without any, all recorded cases. */
function choose({ fuzz, malformed, wild, ...options }: Options): Summary | Promise<Summary> {
  const chosen = [fuzz, malformed, wild].filter(option => option !== undefined)
  if (chosen.length > 1) program.error('error: only one of --fuzz, --malformed and --wild can be run at a time')
  if (fuzz !== undefined) return compare(fuzz, options)
  if (malformed !== undefined) return runMalformed(malformed, options.seed)
  if (wild === undefined) return runSuites(options.cases, options.only)
  if (!existsSync(wild)) program.error(`error: there is no folder "${wild}"`)
  return runWild(wild, `${options.cases}/wild-public.jsonl`)
}

async function compare(count: number, { seed, kustomize, without }: Options): Promise<Summary> {
  if (!existsSync(kustomize)) {
    program.error(`error: there is no kustomize at "${kustomize}"; npm run tools gets it, or name one with --kustomize`)
  }
  return summarizeFuzz(await runFuzz({ count, seed, kustomize, without: without.split(',') }))
}

async function run(options: Options): Promise<void> {
  const { text, isPassed } = await choose(options)
  console.log(text)
  process.exitCode = isPassed ? 0 : 1
}

await program.parseAsync()
