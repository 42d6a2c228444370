import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { type Node, nodeAt, type Position, parseDocuments } from 'kustomize-ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { RenderedKustomization } from '../model/rendered.ts'
import { isInside } from '../path/name-path.ts'

/**
 * What a kustomization of the repository takes from outside of it: kustomize allows that, but an engine has nothing
 * but a clone of the repository.
 */
export function findOutside({ kustomization, read }: RenderedKustomization, root: string): readonly Diagnostic[] {
  if (!isInside(root, kustomization.folder)) return []
  const outside = [...read].find(file => !isInside(root, file))
  if (outside === undefined) return []
  return [
    {
      code: 'outside-repository',
      severity: 'error',
      message: `the kustomization reads ${outside}, which a clone of this repository does not have`,
      fix: 'move it into the repository',
      source: findEntry(kustomization.file, path => !isInside(root, resolve(kustomization.folder, path))),
    },
  ]
}

/** The entry that leads outside, or, where one further down does, the file. */
function findEntry(file: string, leadsOutside: (path: string) => boolean): Position {
  const [root] = parseDocuments(readFileSync(file, 'utf8'), file).documents
  const entries = ['resources', 'components', 'bases'].flatMap(field => itemsOf(root && nodeAt(root, [field])))
  const entry = entries.find(node => node.kind === 'scalar' && leadsOutside(node.text))
  return entry ? { file, line: entry.at.line, column: entry.at.column } : { file, line: 1, column: 1 }
}

function itemsOf(node: Node | undefined): readonly Node[] {
  return node?.kind === 'seq' ? node.items : []
}
