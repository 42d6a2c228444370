import type { Path } from 'kustomize-ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { GeneratedFile } from '../model/generated-file.ts'
import { judgeOwner } from './text/header.ts'

/** What has to change on disk so that it holds what is generated, and nothing else that ever was. */
export interface Changes {
  /** Path from the repository's root → text. */
  readonly writes: ReadonlyMap<string, string>
  readonly deletes: readonly string[]
  /** Files in the way that are not ours to overwrite. */
  readonly diagnostics: readonly Diagnostic[]
}

/** Compares what is generated with what is there. `root` is the repository, to name places by. */
export function planChanges(
  generated: readonly GeneratedFile[],
  present: ReadonlyMap<string, string>,
  root: string,
): Changes {
  const wanted = new Map(generated.map(file => [file.path, file]))
  const stale = generated.filter(file => present.get(file.path) !== file.text)
  const left = [...present].filter(([path, text]) => !wanted.has(path) && judgeOwner(text) !== 'foreign')
  return {
    writes: new Map(stale.map(({ path, text }) => [path, text])),
    deletes: left.map(([path]) => path).sort(),
    diagnostics: [
      ...stale.flatMap(file => judgePresent(file, present.get(file.path), root)),
      ...left.flatMap(([path, text]) => (judgeOwner(text) === 'changed' ? [changedLeftover(path, root)] : [])),
    ],
  }
}

function judgePresent(file: GeneratedFile, text: string | undefined, root: string): readonly Diagnostic[] {
  const owner = text === undefined ? 'generated' : judgeOwner(text)
  if (text === undefined || owner === 'generated') return []
  const difference = findDifference(file, text)
  if (difference === undefined) return []
  const { line, key } = difference
  const source = { file: `${root}/${file.path}`, line, column: 1 }
  if (owner === 'foreign') {
    const message = 'this file stands where a generated one belongs, and was not generated'
    return [
      { code: 'foreign-file', severity: 'error', message, fix: 'move it away, then run npm run generate', source },
    ]
  }
  const where = key
    ? `${key.join('.')} in ${file.cluster.name}/cluster.yaml decides this line`
    : 'no key of cluster.yaml decides this line'
  const message = `somebody changed this generated file here, and generating would undo it: ${where}`
  const fix = `${key ? `set ${key.join('.')}` : 'make the change in base/, a feature or an overlay'}, delete this file, then run npm run generate`
  return [{ code: 'changed-by-hand', severity: 'error', message, fix, source, clusters: [file.cluster.name] }]
}

/** The first line that is different, and the key that decides what stands there; nothing where only the header is. */
function findDifference(
  { text, origins }: GeneratedFile,
  present: string,
): { line: number; key?: Path | undefined } | undefined {
  const isHeader = (line: string) => line.startsWith('# sha256:')
  const lines = text.split('\n')
  const others = present.split('\n')
  const index = others.findIndex((line, at) => line !== lines[at] && !isHeader(line))
  if (index >= 0) return { line: index + 1, key: origins[index] }
  return others.length === lines.length ? undefined : { line: others.length, key: origins[others.length - 1] }
}

function changedLeftover(path: string, root: string): Diagnostic {
  return {
    code: 'changed-by-hand',
    severity: 'error',
    message: 'nothing generates this file any more, and somebody has changed it since it was generated',
    fix: 'delete it, or move it out of the generated folder',
    source: { file: `${root}/${path}`, line: 1, column: 1 },
  }
}
