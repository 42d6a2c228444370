import { readAsJson } from '../json6902/as-json.ts'
import { findNotJson } from '../json6902/find-not-json.ts'
import { type Operation, readJsonPatch } from '../json6902/operation.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Resource } from '../model/resource.ts'
import { readResources } from '../read/read-resources.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'
import type { DuplicateKeys } from '../yaml/role.ts'
import type { PatchSource } from './patch-source.ts'

/** A strategic merge of resources, or the operations of a JSON patch (RFC 6902). */
export type ParsedPatch =
  | { readonly kind: 'strategic'; readonly resources: readonly Resource[] }
  | { readonly kind: 'json'; readonly operations: readonly Operation[] }

interface Parsed {
  readonly patch?: ParsedPatch
  readonly diagnostics: readonly Diagnostic[]
}

const namedPatches = new WeakMap<PatchSource, Parsed>()
const adaptedPatches = new WeakMap<PatchSource, Parsed>()
const jsonPatches = new WeakMap<PatchSource, Parsed>()

/**
 * Its content says what a patch is; undefined, after a report, where it is neither. `isAdapted` says whether it will be
 * adapted to what a selector chooses.
 */
export function parsePatch(
  source: PatchSource,
  isAdapted: boolean,
  report: (diagnostic: Diagnostic) => void,
): ParsedPatch | undefined {
  return isAdapted
    ? remember(source, adaptedPatches, () => readPatch(source, 'adapted-patch'), report)
    : remember(source, namedPatches, () => readPatch(source, 'patch'), report)
}

/** The operations of a JSON patch, read as kustomize reads them: YAML 1.1, or JSON and nothing else behind a `[`. */
export function parseOperations(
  source: PatchSource,
  report: (diagnostic: Diagnostic) => void,
): ParsedPatch | undefined {
  return remember(source, jsonPatches, readOperations, report)
}

function remember(
  source: PatchSource,
  known: WeakMap<PatchSource, Parsed>,
  read: (source: PatchSource) => Parsed,
  report: (diagnostic: Diagnostic) => void,
): ParsedPatch | undefined {
  const parsed = known.get(source) ?? read(source)
  known.set(source, parsed)
  parsed.diagnostics.forEach(report)
  return parsed.patch
}

/** Text whose first document can be nothing but a list. */
const listStart = /^(?:[ \t]*(?:#.*)?\n)*- /

function readPatch(source: PatchSource, duplicateKeys: DuplicateKeys): Parsed {
  if (listStart.test(source.text)) return readOperations(source)
  const options = { ...source.places, otherKeys: 'keep', duplicateKeys } as const
  const { resources, diagnostics } = readResources(source.text, source.file, options)
  if (!diagnostics.some(isError)) return { patch: { kind: 'strategic', resources }, diagnostics }
  const [first] = parseDocuments(source.text, source.file, source.places).documents
  return first?.kind === 'seq' ? readOperations(source) : { diagnostics }
}

function readOperations(source: PatchSource): Parsed {
  const isJson = source.text.startsWith('[')
  const options = { dialect: isJson ? 'v3' : 'v2', duplicateKeys: 'warning', ...source.places } as const
  const parsed = parseDocuments(source.text, source.file, options)
  const problem = isJson && !parsed.diagnostics.some(isError) ? findJsonError(source) : undefined
  const problems = problem === undefined ? parsed.diagnostics : [problem]
  const [document] = parsed.documents
  if (problems.some(isError)) return { diagnostics: problems }
  const { operations, diagnostics: found } = document === undefined ? noOperations : readJsonPatch(document)
  const unwritable = document === undefined ? undefined : findNotJson(readAsJson(document))
  const diagnostics = unwritable === undefined ? found : [...found, unwritable]
  const all = [...problems, ...diagnostics]
  return diagnostics.some(isError) ? { diagnostics: all } : { patch: { kind: 'json', operations }, diagnostics: all }
}

const noOperations = { operations: [], diagnostics: [] }

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
