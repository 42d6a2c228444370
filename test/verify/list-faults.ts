import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import type { Fault } from './fault.ts'

const folder = join(import.meta.dirname, 'faults')

/** The faults: one file each in faults/, in the order of their names. */
export async function listFaults(): Promise<readonly Fault[]> {
  const files = readdirSync(folder).sort()
  const modules = files.map(file => import(join(folder, file)) as Promise<{ fault: Fault }>)
  return (await Promise.all(modules)).map(({ fault }) => fault)
}
