import { posix } from 'node:path'
import { parseDocuments } from '../src/yaml/parse-documents.ts'
import type { BuildCase } from './read-cases.ts'

const KUSTOMIZATION = new Set(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])

/** The fields of all kustomization files of a case. */
export function listFeatures(test: BuildCase): readonly string[] {
  const fields = Object.entries(test.files).flatMap(([path, content]) => {
    if (!KUSTOMIZATION.has(posix.basename(path)) || typeof content !== 'string') return []
    const [root] = parseDocuments(content, path, { duplicateKeys: 'warning' }).documents
    return root?.kind === 'map' ? [...root.entries.keys()] : []
  })
  return [...new Set(fields)].filter(field => field !== 'apiVersion' && field !== 'kind').sort()
}
