import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openTemporaryFolder } from './temporary-folder.ts'

const child = join(import.meta.dirname, 'testing/hold-a-folder.ts')

it.each(['SIGINT', 'SIGTERM', 'SIGHUP'] as const)('a process that %s ends leaves no folder behind', async signal => {
  const holder = spawn(process.execPath, ['--import', 'tsx', '--conditions=source', child])
  const ended = once(holder, 'close')
  const [line] = await once(holder.stdout, 'data')
  const folder = String(line).trim()
  expect(existsSync(folder)).toBe(true)
  holder.kill(signal)
  expect(await ended).toEqual([null, signal])
  expect(existsSync(folder)).toBe(false)
})

it('nobody listens for signals while no folder is open', () => {
  const count = () => ['exit', 'SIGINT', 'SIGTERM', 'SIGHUP'].map(name => process.listenerCount(name))
  const before = count()
  const folders = [openTemporaryFolder(), openTemporaryFolder()]
  expect(count()).toEqual(before.map(number => number + 1))
  for (const { remove } of folders) remove()
  expect(count()).toEqual(before)
})
