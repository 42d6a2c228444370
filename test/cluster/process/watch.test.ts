import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { findFreePorts } from './free-ports.ts'
import { startProcess } from './start-process.ts'
import { listStarted, stillRunning } from './started.ts'
import { stopAll } from './stop-all.ts'
import { watchParent } from './watch-parent.ts'

let state: string
beforeEach(() => {
  state = mkdtempSync(join(tmpdir(), 'fogflow-gitops-process-'))
})
afterEach(async () => {
  await stopAll(state)
  rmSync(state, { recursive: true, force: true })
})

const sleeper = { name: 'sleeper', program: 'sleep', args: ['600'] }
const running = () => stillRunning(listStarted(state)).map(({ name }) => name)

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(50)
}

it('stops everything that was started', async () => {
  startProcess(state, sleeper)
  startProcess(state, { ...sleeper, name: 'other' })
  expect(running()).toEqual(['sleeper', 'other'])
  await stopAll(state)
  expect(running()).toEqual([])
})

it('does not take another process for one that it started', () => {
  expect(stillRunning([{ name: 'x', pid: process.pid, since: 0 }])).toEqual([])
})

it('says why a process does not start or has ended', async () => {
  const missing = startProcess(state, { name: 'missing', program: '/does/not/exist', args: [] })
  const failing = startProcess(state, { name: 'failing', program: 'sh', args: ['-c', 'echo port taken; exit 3'] })
  await expect(missing.ended).rejects.toThrow(/ENOENT/)
  expect(await failing.ended).toBe(3)
  expect(missing.assertAlive).toThrow(/missing does not start: .*ENOENT/)
  expect(failing.assertAlive).toThrow(/failing has ended \(3\)[\s\S]*port taken/)
})

it.each(['SIGTERM', 'SIGKILL', 'SIGINT'] as const)('ends what a run started when the run ends by %s', async signal => {
  const run = spawn(process.execPath, ['--import', 'tsx', join(import.meta.dirname, 'testing/run.ts'), state], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  await once(run.stdout, 'data')
  expect(running()).toEqual(['sleeper'])
  run.kill(signal)
  await until(() => running().length === 0)
})

it('ends what a run started even where somebody has ended the watchdog', async () => {
  const { pid, endAll } = watchParent(state)
  process.kill(pid, 'SIGKILL')
  startProcess(state, sleeper)
  await endAll()
  expect(running()).toEqual([])
})

it('finds ports that are free and different', async () => {
  const ports = await findFreePorts(20)
  expect(new Set(ports).size).toBe(20)
})
