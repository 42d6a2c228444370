import { type MapNode, parseDocuments } from 'kustomize-ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { readText } from '../read-text.ts'
import type { CheckSettingsSchema } from './check-settings-schema.ts'

/** The settings that one file holds; none where there is an error in it. */
export interface ReadSettings {
  readonly root?: MapNode
  readonly diagnostics: readonly Diagnostic[]
}

/** Reads a cluster.yaml or defaults.yaml, or takes the `text` that it is going to have. A file of comments alone holds no settings, which is allowed. */
export function readSettings(file: string, checkSchema: CheckSettingsSchema, text?: string): ReadSettings {
  const read = text === undefined ? readText(file) : { text }
  if ('diagnostic' in read) return { diagnostics: [read.diagnostic] }
  const { documents, diagnostics } = parseDocuments(read.text, file)
  if (diagnostics.length > 0) return { diagnostics }
  const [first, second] = documents
  const at = { file, line: 1, column: 1 }
  if (first === undefined) return { root: { kind: 'map', entries: new Map(), at }, diagnostics: [] }
  if (second !== undefined)
    return { diagnostics: [refuse(second.at, 'the file holds more than one document', 'keep one')] }
  if (first.kind !== 'map')
    return { diagnostics: [refuse(first.at, 'the file does not hold a map', 'write key: value')] }
  const found = checkSchema(first)
  return found.length > 0 ? { diagnostics: found } : { root: first, diagnostics: [] }
}

function refuse({ file, line, column }: MapNode['at'], message: string, fix: string): Diagnostic {
  return { code: 'settings-form', severity: 'error', message, fix, source: { file, line, column } }
}
