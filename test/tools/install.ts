import { installTool } from './install-tool.ts'
import { pins, type Tool } from './pins.ts'

/** Says what became of the program; false when it could not be built. */
function install(tool: Tool): boolean {
  const outcome = installTool(tool)
  console.log('path' in outcome ? `${tool} ${pins[tool].version}: built` : outcome.obstacle)
  return 'path' in outcome
}

process.exitCode = (Object.keys(pins) as Tool[]).map(install).every(Boolean) ? 0 : 1
