import { readFileSync } from 'node:fs'
import { parseManifests } from '../api/install-crds.ts'
import type { Manifest } from '../api/manifest.ts'

/** The objects of a file of sync/; what an ApplicationSet reads of a cluster is none. */
export const readSync = (file: string): readonly Manifest[] => syncObjects(file, readFileSync(file, 'utf8'))

export const syncObjects = (file: string, text: string): readonly Manifest[] =>
  file.endsWith('/parameters.yaml') ? [] : parseManifests(text)
