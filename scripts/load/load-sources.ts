import { basename } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Whereabouts } from '../model/environment.ts'
import { readText } from './read-text.ts'
import { resolvePaths } from './resolve-paths.ts'
import { type Folder, walk } from './walk.ts'

export interface Sources {
  /** Absolute: the PATH itself. */
  readonly path: string
  readonly files: readonly { readonly file: string; readonly text: string }[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Manifests, configs, proxies, and the scripts that apply them. */
const isSource = (file: string) => /\.(?:ya?ml|json|conf|sh)$|^Makefile$/i.test(basename(file))

/** The texts of a file that somebody names, or of all files below a folder that an import may read. */
export function loadSources(path: string, environment: Whereabouts): Sources {
  const [target] = resolvePaths([path], environment)
  const absolute = target?.path ?? path
  const walked = target?.isFolder ? walk(absolute) : undefined
  const paths = walked ? listFiles(walked.folder).filter(isSource) : [absolute]
  const read = paths.map(file => ({ file, read: readText(file) }))
  return {
    path: absolute,
    files: read.flatMap(({ file, read }) => ('text' in read ? [{ file, text: read.text }] : [])),
    diagnostics: [
      ...(walked?.diagnostics ?? []),
      ...read.flatMap(({ read }) => ('diagnostic' in read ? [read.diagnostic] : [])),
    ],
  }
}

function listFiles({ files, folders }: Folder): readonly string[] {
  return [...files, ...folders.flatMap(listFiles)]
}
