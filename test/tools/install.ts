import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { pins, type Tool } from './pins.ts'
import { toolFolder } from './tool-path.ts'

function install(tool: Tool): boolean {
  const folder = toolFolder(tool)
  if (existsSync(join(folder, tool))) return true
  mkdirSync(folder, { recursive: true })
  const { module, version } = pins[tool]
  const { status } = spawnSync('go', ['install', `${module}@${version}`], {
    stdio: 'inherit',
    env: { ...process.env, GOBIN: folder },
  })
  console.log(`${tool} ${version}: ${status === 0 ? 'built' : 'could not be built'}`)
  return status === 0
}

process.exitCode = (Object.keys(pins) as Tool[]).map(install).every(Boolean) ? 0 : 1
