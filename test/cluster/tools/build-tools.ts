import { buildFamily } from './build-family.ts'
import { isBuilt, readFamily } from './family.ts'
import { requirePrograms } from './require-programs.ts'

/** Folders of built programs, by the family's name. */
export type Tools = Readonly<Record<string, string>>

/** Builds what is missing of some families, one after the other: each alone keeps all cores busy. Says what it builds. */
export async function buildTools(names: readonly string[], say: (line: string) => void): Promise<Tools> {
  const families = names.map(readFamily)
  const missing = families.filter(family => !isBuilt(family))
  if (missing.length > 0) requirePrograms(['go', 'ps'])
  for (const family of missing) {
    const start = performance.now()
    say(`building ${family.name} ${family.version} (once; minutes)`)
    await buildFamily(family)
    say(`built ${family.name} ${family.version} in ${Math.round((performance.now() - start) / 1000)} s`)
  }
  return Object.fromEntries(families.map(({ name, folder }) => [name, folder]))
}
