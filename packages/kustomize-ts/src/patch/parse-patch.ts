import { type Operation, readJsonPatch } from '../json6902/operation.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Resource } from '../model/resource.ts'
import { readResources } from '../read/read-resources.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'
import type { PatchSource } from './patch-source.ts'

/** A strategic merge of resources, or the operations of a JSON patch (RFC 6902). */
export type ParsedPatch =
  | { readonly kind: 'strategic'; readonly resources: readonly Resource[] }
  | { readonly kind: 'json'; readonly operations: readonly Operation[] }

/** Its content says what a patch is; undefined, after a report, where it is neither. */
export function parsePatch(source: PatchSource, report: (diagnostic: Diagnostic) => void): ParsedPatch | undefined {
  const strategic = readResources(source.text, source.file, source.places)
  if (!strategic.diagnostics.some(isError)) return { kind: 'strategic', resources: strategic.resources }
  const [first] = parseDocuments(source.text, source.file, source.places).documents
  if (first?.kind === 'seq') return parseOperations(source, report)
  strategic.diagnostics.forEach(report)
  return undefined
}

/** The operations of a JSON patch, read as kustomize reads them: YAML 1.1, or JSON and nothing else behind a `[`. */
export function parseOperations(
  source: PatchSource,
  report: (diagnostic: Diagnostic) => void,
): ParsedPatch | undefined {
  const isJson = source.text.startsWith('[')
  const options = { dialect: isJson ? 'v3' : 'v2', duplicateKeys: 'warning', ...source.places } as const
  const { documents, diagnostics } = parseDocuments(source.text, source.file, options)
  const problem = isJson && !diagnostics.some(isError) ? findJsonError(source) : undefined
  const problems = problem === undefined ? diagnostics : [problem]
  problems.forEach(report)
  const [document] = documents
  if (problems.some(isError)) return undefined
  const patch = document === undefined ? { operations: [], diagnostics: [] } : readJsonPatch(document)
  patch.diagnostics.forEach(report)
  return patch.diagnostics.length > 0 ? undefined : { kind: 'json', operations: patch.operations }
}

function findJsonError(source: PatchSource): Diagnostic | undefined {
  try {
    JSON.parse(source.text)
    return undefined
  } catch (error) {
    return {
      code: 'json-syntax',
      severity: 'error',
      message: `a patch that begins with "[" is read as JSON, which this is not: ${error instanceof Error ? error.message : ''}`,
      fix: 'write it as a YAML list, with "- " before each operation, or as strict JSON',
      source: source.places.start ?? source.places.fixed ?? { file: source.file, line: 1, column: 1 },
    }
  }
}

function isError(diagnostic: Diagnostic): boolean {
  return diagnostic.severity === 'error'
}
