import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { writeTree } from '../testing/write-tree.ts'
import { finishJournal } from './finish-journal.ts'
import { hasJournal } from './journal.ts'
import { after, before } from './testing/change.ts'

const child = join(import.meta.dirname, 'testing/apply-and-die.ts')

function run(root: string, count: number): { readonly wasKilled: boolean } {
  const { signal, status, stderr } = spawnSync(
    process.execPath,
    ['--import', 'tsx', '--conditions=source', child, root, `${count}`],
    { encoding: 'utf8' },
  )
  if (signal === null && status !== 0) throw new Error(stderr)
  return { wasKilled: signal === 'SIGKILL' }
}

/** The files below clusters/ and the folders that are empty. */
function readTree(root: string): Readonly<Record<string, string>> {
  const names = readdirSync(join(root, 'clusters'), { recursive: true }).map(name => `clusters/${name}`)
  const entries = names.flatMap(name => {
    const path = join(root, name)
    if (statSync(path).isFile()) return [[name, readFileSync(path, 'utf8')]]
    return readdirSync(path).length === 0 ? [[name, '(an empty folder)']] : []
  })
  return Object.fromEntries(entries)
}

it('killed at any moment, a change is not made at all, or is finished by the next run', () => {
  const outcomes = new Set<string>()
  for (let count = 1; ; count++) {
    const root = writeTree(before)
    const { wasKilled } = run(root, count)
    const isDecided = hasJournal(root)
    const tree = readTree(root)
    if (!isDecided) expect([before, after]).toContainEqual(tree)
    for (const [name, text] of Object.entries(tree))
      expect([before[name], after[name], '(an empty folder)']).toContain(text)
    finishJournal(root)
    if (isDecided) expect(readTree(root)).toEqual(after)
    outcomes.add(isDecided ? 'finished' : JSON.stringify(tree) === JSON.stringify(before) ? 'old' : 'new')
    const again = run(root, 0)
    expect([again.wasKilled, readTree(root), hasJournal(root)]).toEqual([false, after, false])
    rmSync(root, { recursive: true })
    if (!wasKilled) break
  }
  expect(outcomes).toEqual(new Set(['old', 'finished', 'new']))
})
