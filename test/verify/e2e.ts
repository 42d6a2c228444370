import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { CannotFinish } from '../../scripts/model/cannot-finish.ts'
import { withState } from '../cluster/process/with-state.ts'
import type { Fault } from './fault.ts'
import { judge } from './judge.ts'
import { type Looked, type LookOptions, look } from './look.ts'
import { setStage, type VerifyStage } from './stage.ts'

const folder = join(import.meta.dirname, 'faults')
const say = (line: string) => console.log(line)

/** `npm run e2e:verify [-- NAME…]`: faults by the names of their files; all without a name. */
async function run(names: readonly string[]): Promise<number> {
  return withState(`verify-${process.pid}`, async state => {
    const { stage, close } = await setStage(state, say)
    let failed = 0
    const tell = (title: string, problem: string | undefined) => {
      if (problem !== undefined) failed++
      say(`${problem === undefined ? 'ok  ' : 'FAIL'}  ${title}${problem === undefined ? '' : `: ${problem}`}`)
    }
    try {
      tell(
        'a healthy cluster is green, with --write and --intent too',
        await awaitGreen(stage, { write: true, intent: true }),
      )
      for (const { title, fault } of await listFaults(names)) tell(title, await play(stage, fault))
    } finally {
      close()
    }
    return failed
  })
}

async function listFaults(names: readonly string[]): Promise<readonly { title: string; fault: Fault }[]> {
  const files = readdirSync(folder).filter(file => names.length === 0 || names.includes(file.replace(/\.ts$/, '')))
  const modules = files.sort().map(async file => {
    const { fault } = (await import(join(folder, file))) as { fault: Fault }
    return { title: fault.title, fault }
  })
  return Promise.all(modules)
}

/** Makes a fault, looks until it is named as it has to be, heals it, and looks until all is green again. */
async function play(stage: VerifyStage, fault: Fault): Promise<string | undefined> {
  const heal = await fault.make(stage)
  const problem = await lookUntil(
    () => look(stage, fault.options),
    looked => judge(looked, fault),
  )
  await heal()
  if (problem !== undefined) return problem
  const left = await awaitGreen(stage)
  return left && `after it was healed: ${left}`
}

const awaitGreen = (stage: VerifyStage, options: LookOptions = {}) =>
  lookUntil(
    () => look(stage, options),
    ({ exitCode, checks, text }) => {
      const asked = checks.filter(({ state }) => state !== 'skipped').length + (options.write && options.intent ? 0 : 2)
      return exitCode === 0 && asked === checks.length ? undefined : text
    },
  )

const patienceMs = 60_000

/** The cluster takes a moment to show a change. */
async function lookUntil(look: () => Promise<Looked>, judge: (looked: Looked) => string | undefined) {
  const deadline = Date.now() + patienceMs
  while (true) {
    const problem = judge(await look())
    if (problem === undefined || Date.now() > deadline) return problem
    await sleep(500)
  }
}

await run(process.argv.slice(2)).then(
  failed => {
    say(failed === 0 ? 'every fault is named' : `${failed} failed`)
    process.exitCode = failed === 0 ? 0 : 1
  },
  error => {
    console.error(error instanceof CannotFinish ? `error: ${error.message}` : error)
    process.exitCode = 1
  },
)
