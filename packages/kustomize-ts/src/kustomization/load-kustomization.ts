import type { Diagnostic } from '../model/diagnostic.ts'
import type { Node } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { type Loader, readSource, type SourceFile, statPath } from '../source/loader.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'
import { type Kustomization, kustomization } from './fields.ts'
import { refuseUnsupported } from './refuse-unsupported.ts'

const kustomizationFileNames = ['kustomization.yaml', 'kustomization.yml', 'Kustomization'] as const

const versions = {
  Kustomization: 'kustomize.config.k8s.io/v1beta1',
  Component: 'kustomize.config.k8s.io/v1alpha1',
} as const

export type KustomizationKind = keyof typeof versions

export interface LoadedKustomization {
  readonly kind: KustomizationKind
  /** The base name of the file. */
  readonly fileName: string
  readonly path: string
  readonly fields: Kustomization
}

/**
 * The kustomization of a folder. `at` is the place that names the folder, for the case that there is none. Undefined,
 * after a report, where it cannot be used.
 */
export function loadKustomization(loader: Loader, at: Position): LoadedKustomization | undefined {
  const found = kustomizationFileNames.filter(name => statPath(loader, name)?.kind === 'file')
  const [fileName] = found
  if (fileName === undefined) return refuse(loader, 'no-kustomization', ...describeMissing(loader), at)
  if (found.length > 1) return refuse(loader, 'several-kustomizations', ...describeSeveral(loader, found), at)
  const file = readSource(loader, { text: fileName, at })
  if (file === undefined) return undefined
  const decoded = loader.cache.remember('kustomization', file, () => decodeKustomization(file, fileName))
  decoded.diagnostics.forEach(loader.report)
  return decoded.kustomization
}

interface Decoded {
  readonly kustomization: LoadedKustomization | undefined
  readonly diagnostics: readonly Diagnostic[]
}

function decodeKustomization(file: SourceFile, fileName: string): Decoded {
  const parsed = parseDocuments(file.content, file.path, { dialect: 'v2', duplicateKeys: 'warning' })
  const diagnostics: Diagnostic[] = [...parsed.diagnostics]
  const report = (diagnostic: Diagnostic) => diagnostics.push(diagnostic)
  const fields = diagnostics.some(isError) ? undefined : decodeFields(parsed.documents, file.path, report)
  const kind = fields === undefined ? undefined : checkHeader(fields, report)
  if (fields === undefined || kind === undefined) return { kustomization: undefined, diagnostics }
  return { kustomization: { kind, fileName, path: file.path, fields }, diagnostics }
}

/** The fields of the first document; undefined, after a report, where one of them is wrong or there are none. */
function decodeFields(
  [first, second]: readonly Node[],
  file: string,
  report: (diagnostic: Diagnostic) => void,
): Kustomization | undefined {
  const problems: Diagnostic[] = []
  const context = { report: (problem: Diagnostic) => problems.push(problem), subject: 'kustomization' }
  const fields = first === undefined ? undefined : kustomization(first, '', context)
  if (fields !== undefined) refuseUnsupported(fields, context.report)
  const empty = fields === undefined || !Object.entries(fields).some(isFilled)
  if (empty && problems.length === 0) problems.push(describeEmpty(first?.at ?? { file, line: 1, column: 1 }))
  if (second !== undefined) problems.push(warnSecond(second.at))
  problems.forEach(report)
  return problems.some(isError) ? undefined : fields
}

function isError({ severity }: Diagnostic): boolean {
  return severity === 'error'
}

/** A field that Go's zero value does not equal; kind and apiVersion do not count. */
function isFilled([name, value]: [string, unknown]): boolean {
  if (['at', 'keys', 'apiVersion', 'kind'].includes(name)) return false
  return !(typeof value === 'object' && value !== null && 'text' in value && value.text === '')
}

function checkHeader(fields: Kustomization, report: (diagnostic: Diagnostic) => void): KustomizationKind | undefined {
  const kind = fields.kind?.text || 'Kustomization'
  if (kind !== 'Kustomization' && kind !== 'Component') {
    const message = `kind is "${kind}"`
    const fix = 'kind should be Kustomization or Component'
    report({ code: 'wrong-kind', severity: 'error', message, fix, source: fields.kind?.at ?? fields.at })
    return undefined
  }
  const version = fields.apiVersion?.text || versions[kind]
  if (version === versions[kind]) return kind
  const message = `apiVersion is "${version}"`
  const fix = `apiVersion for ${kind} should be ${versions[kind]}`
  report({ code: 'wrong-api-version', severity: 'error', message, fix, source: fields.apiVersion?.at ?? fields.at })
  return undefined
}

function describeMissing(loader: Loader): [string, string] {
  const names = kustomizationFileNames.map(name => `"${name}"`).join(', ')
  return [`unable to find one of ${names} in ${loader.root}`, 'add a kustomization.yaml, or name its files one by one']
}

function describeSeveral(loader: Loader, found: readonly string[]): [string, string] {
  return [`Found multiple kustomization files under: ${loader.root}: ${found.join(', ')}`, 'keep one of them']
}

function describeEmpty(source: Position): Diagnostic {
  const message = 'kustomization.yaml is empty'
  return { code: 'empty-kustomization', severity: 'error', message, fix: 'list what belongs to it: resources', source }
}

function warnSecond(source: Position): Diagnostic {
  const message = 'a kustomization file has one document; everything from here on is ignored'
  return { code: 'ignored-document', severity: 'warning', message, fix: 'remove it', source }
}

function refuse(loader: Loader, code: string, message: string, fix: string, source: Position): undefined {
  loader.report({ code, severity: 'error', message, fix, source })
  return undefined
}
