import { existsSync } from 'node:fs'
import { buildFamily } from './build-family.ts'
import { readFamily } from './family.ts'

/** Folders of built programs, by the family's name. */
export type Tools = Readonly<Record<string, string>>

/** Builds what is missing of some families, one after the other: each alone keeps all cores busy. Says what it builds. */
export async function buildTools(names: readonly string[], say: (line: string) => void): Promise<Tools> {
  const tools: Record<string, string> = {}
  for (const name of names) {
    const family = readFamily(name)
    const isThere = existsSync(family.folder)
    const start = performance.now()
    if (!isThere) say(`building ${name} ${family.version} (once; minutes)`)
    tools[name] = await buildFamily(family)
    if (!isThere) say(`built ${name} ${family.version} in ${Math.round((performance.now() - start) / 1000)} s`)
  }
  return tools
}
