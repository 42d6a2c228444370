import { chmodSync, cpSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { isAlive } from '../process/is-alive.ts'
import { withState } from '../process/with-state.ts'
import { type Family, flags, isBuilt } from './family.ts'
import { runGo } from './run-go.ts'

/**
 * Builds the programs of a family, unless they are there. They are built under another name and
 * moved when all is there: a build that is killed leaves nothing that looks finished, and of two at once one wins.
 */
export async function buildFamily(family: Family): Promise<void> {
  const { folder } = family
  if (isBuilt(family)) return
  removeUnfinished(dirname(folder))
  const unfinished = `${folder}.${process.pid}${suffix}`
  mkdirSync(unfinished, { recursive: true })
  try {
    await withState(`build-${family.name}-${process.pid}`, async state => {
      await compile(family, unfinished, state)
      await copyData(family, unfinished, state)
    })
    moveInto(unfinished, family)
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}

const suffix = '.unfinished'

/** What killed builds left: folders named by the id of a process that has ended. */
function removeUnfinished(cache: string): void {
  for (const name of existsSync(cache) ? readdirSync(cache) : []) {
    const owner = name.endsWith(suffix) ? Number(name.slice(0, -suffix.length).split('.').at(-1)) : 0
    if (owner > 0 && !isAlive(owner)) rmSync(join(cache, name), { recursive: true, force: true })
  }
}

function moveInto(unfinished: string, family: Family): void {
  if (isBuilt(family)) return // another build was faster, with the same result
  rmSync(family.folder, { recursive: true, force: true })
  try {
    renameSync(unfinished, family.folder)
  } catch (error) {
    if (!isBuilt(family)) throw error // else another build was faster after all
  }
}

async function compile({ source, recipe, version }: Family, into: string, state: string): Promise<void> {
  const stamps = Object.entries(recipe.stamp ?? {}).map(
    ([name, value]) => ` -X ${name}=${value.replace('{version}', version.slice(1))}`,
  )
  const output = recipe.program ? join(into, recipe.program) : `${into}/`
  await runGo(state, source, ['build', ...flags, '-ldflags', `-s -w${stamps.join('')}`, '-o', output, 'tool'])
}

/** Sources of modules are read-only, folders too; what is copied must be deletable. */
async function copyData({ source, recipe }: Family, into: string, state: string): Promise<void> {
  for (const [name, { module, folder }] of Object.entries(recipe.data ?? {})) {
    const from = (await runGo(state, source, ['list', '-m', '-f', '{{.Dir}}', module])).trim()
    cpSync(join(from, folder), join(into, name), { recursive: true })
    makeWritable(join(into, name))
  }
}

function makeWritable(folder: string): void {
  chmodSync(folder, 0o755)
  for (const entry of readdirSync(folder, { withFileTypes: true }))
    if (entry.isDirectory()) makeWritable(join(folder, entry.name))
}
