import { dirname } from 'node:path'
import type { Loaded } from '../model/loaded.ts'
import { readKustomizationFolder } from './kustomization-folder.ts'
import { readLooseFile } from './loose-file.ts'
import { mergeLoaded, nothing } from './merge-loaded.ts'
import { isBelowKustomization, isKustomizationFile } from './walk.ts'

/** A single file: a kustomization (named by its file), manifests, a config.json, or what is said of all else. */
export function loadFile(file: string, nameOf: (path: string) => string): Loaded {
  if (isKustomizationFile(file)) return { ...nothing, kustomizations: [readKustomizationFolder(file, nameOf)] }
  const { resources, rest } = readLooseFile(file, { isNamed: true, nameOf })
  if (resources.length === 0) return rest
  const complete = rest.diagnostics.length === 0 && !isBelowKustomization(dirname(file))
  return mergeLoaded([rest, { ...nothing, units: [{ name: nameOf(file), kind: 'manifests', complete, resources }] }])
}
