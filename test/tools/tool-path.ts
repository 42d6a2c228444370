import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { join } from 'node:path'
import { pins, type Tool } from './pins.ts'

const cache = join(process.env.XDG_CACHE_HOME || join(homedir(), '.cache'), 'fogflow-gitops/tools')

/** Outside the repository and by version, so that a fresh clone finds what another one built. */
export const toolFolder = (tool: Tool): string => join(cache, `${tool}-${pins[tool].version}`)

/** The program's path, or undefined, said aloud, where `npm run tools` has not been run. */
export function toolPath(tool: Tool): string | undefined {
  const path = join(toolFolder(tool), tool)
  if (existsSync(path)) return path
  console.warn(
    `${tool} ${pins[tool].version} is not installed: what is measured against it is skipped ("npm run tools" builds it)`,
  )
  return undefined
}
