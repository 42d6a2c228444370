import type { Kustomization, Replacement } from '../kustomization/fields.ts'
import { replacement } from '../kustomization/fields.ts'
import { type Loader, readSource } from '../source/loader.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'

type Entry = NonNullable<Kustomization['replacements']>[number]

/** The replacements of an entry: itself, or those of the file (one, or a list) that it names. */
export function readReplacements(entry: Entry, loader: Loader): readonly Replacement[] {
  const path = entry.path === undefined || entry.path.text === '' ? undefined : entry.path
  if (path === undefined) return [entry]
  if (entry.source !== undefined || (entry.targets ?? []).length > 0) {
    const message = 'cannot specify both path and inline replacement'
    loader.report({ code: 'path-and-replacement', severity: 'error', message, fix: 'keep one', source: path.at })
    return []
  }
  const file = readSource(loader, path)
  if (file === undefined) return []
  const parsed = parseDocuments(file.content, file.path, { dialect: 'v2', duplicateKeys: 'warning' })
  parsed.diagnostics.forEach(loader.report)
  const [document] = parsed.documents
  const context = { report: loader.report, subject: 'replacement' }
  if (document?.kind === 'seq') return document.items.flatMap(item => replacement(item, '', context) ?? [])
  if (document?.kind === 'map') return [replacement(document, '', context) ?? []].flat()
  const message = 'unsupported replacement type encountered within replacement path'
  const source = document?.at ?? { file: file.path, line: 1, column: 1 }
  if (!parsed.diagnostics.some(({ severity }) => severity === 'error')) {
    loader.report({ code: 'wrong-type', severity: 'error', message, fix: 'write a map, or a list of maps', source })
  }
  return []
}
