import { readdirSync } from 'node:fs'
import type { Endpoint } from './endpoint.ts'

const folder = new URL('endpoints/', import.meta.url)

/** Every endpoint of the folder: one file each, which exports nothing else. */
export async function listEndpoints(): Promise<readonly Endpoint[]> {
  const files = readdirSync(folder).filter(name => name.endsWith('.ts'))
  const modules = await Promise.all(files.sort().map(name => import(new URL(name, folder).href)))
  return modules.flatMap(module => Object.values<Endpoint>(module))
}
