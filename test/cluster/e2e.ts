import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { engines } from './engines/engines.ts'
import { addForeignOptions, chooseForeign, type ForeignOptions } from './foreign/choose-foreign.ts'
import type { Context, Part, Row } from './parts/part.ts'
import { runProgram } from './run-program.ts'
import { formatTable } from './table.ts'
import { buildTools } from './tools/build-tools.ts'
import { familyNames } from './tools/family.ts'
import { requirePrograms } from './tools/require-programs.ts'

const folder = join(import.meta.dirname, 'parts')
const names = readdirSync(folder)
  .filter(name => name !== 'part.ts')
  .map(name => name.slice(0, -'.ts'.length))
  .sort()

const start = performance.now()
const say = (line: string) => console.log(`${((performance.now() - start) / 1000).toFixed(0).padStart(4)} s  ${line}`)

interface Options extends ForeignOptions {
  readonly report?: string
  readonly scenario?: string
}

/** Runs parts, two at a time: they mostly wait. The table has their rows in the order of the parts. */
async function run(given: readonly string[], { report, scenario, ...options }: Options): Promise<void> {
  const foreign = chooseForeign(options)
  const chosen = await chooseParts(given, foreign)
  requirePrograms(['ps', 'openssl', 'git', ...Object.values(engines).flatMap(({ programs }) => programs)])
  if (foreign === undefined) await buildTools(familyNames, say) // at once, and not each part what it lacks
  const parts = chosen.map(name => ({ name, rows: [] as Row[] }))
  const waiting = [...parts]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift())
      await runPart(next.name, next.rows, { filter: scenario ?? '', foreign })
  }
  await Promise.all(foreign === undefined ? [work(), work()] : [work()]) // there is only one such cluster
  conclude(
    parts.flatMap(({ rows }) => rows),
    report,
  )
}

const load = async (name: string): Promise<Part> => ((await import(join(folder, `${name}.ts`))) as { part: Part }).part

/** The parts that are named, or all; on a cluster that exists already those that need no other. */
async function chooseParts(given: readonly string[], foreign: string | undefined): Promise<readonly string[]> {
  const unknown = given.find(name => !names.includes(name))
  if (unknown !== undefined) throw new CannotFinish(`there is no part "${unknown}": the parts are ${names.join(', ')}`)
  if (foreign === undefined) return given.length > 0 ? given : names
  const parts = await Promise.all(names.map(async name => ({ name, part: await load(name) })))
  const fitting = parts.flatMap(({ name, part }) => (part.runsElsewhere ? [name] : []))
  const bound = given.find(name => !fitting.includes(name))
  if (bound === undefined) return given.length > 0 ? given : fitting
  throw new CannotFinish(
    `part "${bound}" needs control planes of its own: with --context there are ${fitting.join(' and ')}`,
  )
}

function conclude(rows: readonly Row[], report?: string): void {
  console.log(`\n${formatTable(rows)}`)
  const failed = rows.filter(({ passed }) => !passed).length
  if (report) writeFileSync(report, JSON.stringify(countFor(rows.length - failed, failed)))
  process.exitCode = failed === 0 ? 0 : 1
}

/** A part that cannot be finished is a row, too, and does not keep the next ones from theirs. */
async function runPart(name: string, rows: Row[], options: Pick<Context, 'filter' | 'foreign'>): Promise<void> {
  const add = (row: Row) => {
    rows.push(row)
    say(`${row.passed ? 'ok    ' : 'FAILED'} ${row.scenario}, ${row.with}: ${row.remark}`)
  }
  const part = await load(name)
  say(`${name}: ${part.title}`)
  try {
    await part.run({ say, report: add, ...options })
  } catch (error) {
    if (!(error instanceof CannotFinish)) console.error(error) // a defect of the tests: where it is matters
    add({
      scenario: part.title,
      with: '',
      remark: error instanceof Error ? error.message : String(error),
      passed: false,
    })
  }
}

/** As vitest reports, so that CI counts them alike. */
const countFor = (passed: number, failed: number) => ({
  numPassedTests: passed,
  numFailedTests: failed,
  numPendingTests: 0,
  numTodoTests: 0,
})

const program = new Command('npm run e2e --')
  .description('the repository on real control planes, with real GitOps engines, without containers')
  .argument('[PART...]', `only these: ${names.join(', ')}`)
  .option('--scenario <text>', 'only scenarios whose title has this')
  .option('--report <file>', 'write how many passed and failed, as JSON')
  .action(run)

await runProgram(addForeignOptions(program))
