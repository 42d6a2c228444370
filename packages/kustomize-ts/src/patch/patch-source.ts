import type { Patch } from '../kustomization/fields.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { ScalarNode } from '../model/node.ts'
import { type Loader, readSource, type SourceFile } from '../source/loader.ts'
import { decodeText } from '../yaml/decode-text.ts'
import type { ParseOptions } from '../yaml/parse-documents.ts'

/** A patch's text, and how its places lead into the file that it stands in. */
export interface PatchSource {
  readonly text: string
  readonly file: string
  readonly places: Pick<ParseOptions, 'start' | 'fixed'>
}

/** The text of an entry that has either `patch` or `path`; undefined, after a report, where it has none. */
export function readPatchSource(entry: Patch, loader: Loader): PatchSource | undefined {
  const inline = entry.patch === undefined || entry.patch.text.trim() === '' ? undefined : entry.patch
  const path = entry.path === undefined || entry.path.text === '' ? undefined : entry.path
  const refuse = (code: string, message: string, fix: string) => {
    loader.report({ code, severity: 'error', message, fix, source: entry.at })
    return undefined
  }
  if (inline !== undefined && path !== undefined) {
    return refuse('patch-and-path', "patch and path can't be set at the same time", 'keep one of them')
  }
  if (inline !== undefined) return inlineSource(inline)
  if (path !== undefined) return fileSource(path, loader)
  return refuse('no-patch', 'must specify one of patch and path', 'add the patch, or the path of a file that has it')
}

/** How the places in a scalar's text lead into its file. */
export function placesIn({ at, content }: ScalarNode): PatchSource['places'] {
  return content === undefined ? { fixed: at } : { start: content }
}

const inlineSources = new WeakMap<ScalarNode, PatchSource>()

/** The text of a scalar, trimmed as kustomize trims it. The same scalar gives the same source. */
function inlineSource(scalar: ScalarNode): PatchSource {
  const known = inlineSources.get(scalar)
  if (known !== undefined) return known
  const text = scalar.text.trim()
  const before = scalar.text.slice(0, scalar.text.indexOf(text))
  const { content } = scalar
  const isWhole = before === '' || before.endsWith('\n')
  const lines = before.split('\n').length - 1
  const places =
    content === undefined || !isWhole ? { fixed: scalar.at } : { start: { ...content, line: content.line + lines } }
  const source = { text, file: scalar.at.file, places }
  inlineSources.set(scalar, source)
  return source
}

/** The text of a file; undefined, after a report, where it cannot be read. */
export function fileSource(path: ScalarNode, loader: Loader): PatchSource | undefined {
  const file = readSource(loader, path)
  if (file === undefined) return undefined
  const decoded = loader.cache.remember('patch', file, () => decodeFile(file))
  if (!('diagnostic' in decoded)) return decoded
  loader.report(decoded.diagnostic)
  return undefined
}

function decodeFile({ content, path }: SourceFile): PatchSource | { readonly diagnostic: Diagnostic } {
  const decoded = decodeText(content, path)
  return 'text' in decoded ? { text: decoded.text, file: path, places: {} } : decoded
}
