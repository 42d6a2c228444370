import type { GeneratedFile } from '../../model/generated-file.ts'
import type { Site } from '../site.ts'
import { generateArgocd } from './argocd.ts'
import { generateFlux } from './flux.ts'

/** sync/: what makes the engine of a cluster follow the other two folders. */
export function generateSync(site: Site): readonly GeneratedFile[] {
  return site.cluster.settings.engine === 'flux' ? generateFlux(site) : generateArgocd(site)
}
