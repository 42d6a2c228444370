import { dirname } from 'node:path'
import { parseDocuments } from 'kustomize-ts'
import type { KustomizationFolder } from '../model/loaded.ts'
import { readText } from './read-text.ts'

/** Tells a component from a kustomization; what is wrong with the file is said by the render. */
export function readKustomizationFolder(file: string, nameOf: (path: string) => string): KustomizationFolder {
  const folder = dirname(file)
  return { folder, file, name: nameOf(folder), isComponent: isComponent(file) }
}

/** How everybody writes it: then the file need not be parsed once more. */
const plainComponent = /^kind: Component$/m

function isComponent(file: string): boolean {
  const read = readText(file)
  if ('diagnostic' in read || !read.text.includes('Component')) return false
  if (plainComponent.test(read.text)) return true
  const root = parseDocuments(read.text, file).documents[0]
  const kind = root?.kind === 'map' ? root.entries.get('kind')?.value : undefined
  return kind?.kind === 'scalar' && kind.text === 'Component'
}
