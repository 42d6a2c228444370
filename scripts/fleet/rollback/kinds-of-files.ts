import { basename } from 'node:path'

/** Whether a path from the root is that of a file in which people write settings. */
export function isSettingsFile(path: string): boolean {
  return path.startsWith('clusters/') && ['cluster.yaml', 'defaults.yaml'].includes(basename(path))
}

/** Whether a path from the root is in a folder that `npm run generate` fills. A Secret there is made by `npm run secret`. */
export function isGeneratedFile(path: string): boolean {
  return /^clusters\/.+\/(fogflow|platform|sync)\/[^/]+$/.test(path) && basename(path) !== 'secret.yaml'
}

/** What an engine, or the generator, reads. */
export function isDeployed(path: string): boolean {
  return /^(base|overlays|clusters)\//.test(path)
}
