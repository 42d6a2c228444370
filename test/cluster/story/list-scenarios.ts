import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Scenario } from './stage.ts'

const folder = join(import.meta.dirname, '../scenarios')

/** The scenarios: one file each in scenarios/, in the order of their names. */
export async function listScenarios(): Promise<readonly Scenario[]> {
  const names = readdirSync(folder).sort()
  const modules = names.map(name => import(join(folder, name)) as Promise<{ scenario: Scenario }>)
  return (await Promise.all(modules)).map(({ scenario }) => scenario)
}
