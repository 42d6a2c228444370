import type { Target } from '../build/target.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Item } from '../model/item.ts'
import { readResources } from '../read/read-resources.ts'
import { readSource, type SourceFile, type WrittenPath } from '../source/loader.ts'
import { makeItem } from './accumulation.ts'
import { withOrigin } from './origin.ts'

/** The resources of a file; none, after a report, where it cannot be read. */
export function readManifest(path: WrittenPath, target: Target): readonly Item[] {
  const file = readSource(target.loader, path)
  if (file === undefined) return []
  const { items, diagnostics } = target.loader.cache.remember('manifest', file, () => parseManifest(file))
  diagnostics.forEach(target.build.report)
  return target.origin === undefined ? items : items.map(item => withOrigin(item, target, path.text))
}

function parseManifest(file: SourceFile): {
  readonly items: readonly Item[]
  readonly diagnostics: readonly Diagnostic[]
} {
  const { resources, diagnostics } = readResources(file.content, file.path)
  return { items: resources.map(makeItem), diagnostics }
}
