import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../../../scripts/testing/capture.ts'
import { toolPath } from '../../tools/tool-path.ts'
import type { Bench } from '../figure.ts'
import { timeProgram } from '../time.ts'

/**
 * `npm run validate` on this repository, cold: all of it, and the part after Node has started. Beside it what the
 * original kustomize needs for one overlay; this renders and checks every kustomization there is.
 */
export const bench: Bench = () => {
  const start = timeProgram(process.execPath, ['-e', '0'])
  const all = timeProgram(process.execPath, [join(repository, 'scripts/start.mjs'), 'validate'])
  const peer = timeKustomize()
  return [
    { name: 'validate', value: all, unit: 'ms', ...peer },
    { name: 'validate after Node has started', value: all - start, unit: 'ms', ...peer },
  ]
}

function timeKustomize(): { peer?: string; peerValue?: number } {
  const kustomize = toolPath('kustomize')
  if (!kustomize) return {}
  const overlays = readdirSync(join(repository, 'overlays')).map(name => join(repository, 'overlays', name))
  const times = overlays.map(overlay => timeProgram(kustomize, ['build', overlay], { runs: 3 }))
  return { peer: 'kustomize build, an overlay', peerValue: times.reduce((sum, time) => sum + time, 0) / times.length }
}
