import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pins, type Tool } from './pins.ts'
import { toolFolder } from './tool-path.ts'

/** Builds the program unless it is there: its path, or the sentence that says why it could not be built. */
export function installTool(tool: Tool): { readonly path: string } | { readonly obstacle: string } {
  const folder = toolFolder(tool)
  const path = join(folder, tool)
  if (existsSync(path)) return { path }
  mkdirSync(folder, { recursive: true })
  const { module, version } = pins[tool]
  const { status, error, stderr } = spawnSync('go', ['install', `${module}@${version}`], {
    encoding: 'utf8',
    env: { ...process.env, GOBIN: folder },
  })
  if (status === 0) return { path }
  const reason = error?.message ?? stderr.trim().split('\n').at(-1)
  return { obstacle: `${tool} ${version} could not be built with "go install": ${reason}` }
}
