// apply-and-die.ts ROOT COUNT: applies the change of the test to ROOT and is killed, as by `kill -9`, right before its
// COUNT-th change of the disk.
import fs from 'node:fs'
import { syncBuiltinESMExports } from 'node:module'
import { change } from './change.ts'

const [, , root = '', count = '0'] = process.argv
let left = Number(count)

for (const name of ['mkdirSync', 'writeFileSync', 'renameSync', 'rmSync', 'rmdirSync'] as const) {
  const original = fs[name] as (...args: unknown[]) => unknown
  Object.assign(fs, {
    [name]: (...args: unknown[]) => {
      left -= 1
      if (left === 0) process.kill(process.pid, 'SIGKILL')
      return original(...args)
    },
  })
}
syncBuiltinESMExports()
const { applyChanges } = await import('../apply-changes.ts')
applyChanges(change, root)
