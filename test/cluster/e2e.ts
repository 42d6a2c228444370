import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { Command } from 'commander'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { engines } from './engines/engines.ts'
import type { Part, Row } from './parts/part.ts'
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

interface Options {
  readonly report?: string
  readonly scenario?: string
}

/** Runs parts, two at a time: they mostly wait. The table has their rows in the order of the parts. */
async function run(chosen: readonly string[], { report, scenario }: Options): Promise<void> {
  const unknown = chosen.find(name => !names.includes(name))
  if (unknown !== undefined) throw new CannotFinish(`there is no part "${unknown}": the parts are ${names.join(', ')}`)
  requirePrograms(['ps', 'openssl', 'git', ...Object.values(engines).flatMap(({ programs }) => programs)])
  await buildTools(familyNames, say) // at once, and not each part what it lacks
  const parts = (chosen.length > 0 ? chosen : names).map(name => ({ name, rows: [] as Row[] }))
  const waiting = [...parts]
  const work = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) await runPart(next.name, next.rows, scenario)
  }
  await Promise.all([work(), work()])
  conclude(
    parts.flatMap(({ rows }) => rows),
    report,
  )
}

function conclude(rows: readonly Row[], report?: string): void {
  console.log(`\n${formatTable(rows)}`)
  const failed = rows.filter(({ passed }) => !passed).length
  if (report) writeFileSync(report, JSON.stringify(countFor(rows.length - failed, failed)))
  process.exitCode = failed === 0 ? 0 : 1
}

/** A part that cannot be finished is a row, too, and does not keep the next ones from theirs. */
async function runPart(name: string, rows: Row[], filter = ''): Promise<void> {
  const add = (row: Row) => {
    rows.push(row)
    say(`${row.passed ? 'ok    ' : 'FAILED'} ${row.scenario}, ${row.with}: ${row.remark}`)
  }
  const { part } = (await import(join(folder, `${name}.ts`))) as { part: Part }
  say(`${name}: ${part.title}`)
  try {
    await part.run({ say, report: add, filter })
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

await runProgram(program)
