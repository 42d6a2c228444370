import type { Target } from '../build/target.ts'
import type { Item } from '../model/item.ts'
import type { ScalarNode } from '../model/node.ts'
import { placesIn } from '../patch/patch-source.ts'
import { readResources } from '../read/read-resources.ts'
import { createCollector, makeItem } from './accumulation.ts'
import { withOrigin } from './origin.ts'

/** The objects that configure `transformers` and their like: inline ones first, then those of files and folders. */
export function gatherConfigs(entries: readonly ScalarNode[] = [], target: Target): readonly Item[] {
  const collector = createCollector([], target.build)
  const paths = entries.filter(entry => {
    const inline = readInline(entry, target)
    for (const item of inline ?? []) collector.add(item)
    return inline === undefined
  })
  for (const path of paths) for (const item of target.open(path).items) collector.add(item)
  return target.build.hasFailed() ? [] : collector.items
}

/** The objects that an entry holds itself; undefined where it is the path of a file or folder. */
function readInline(entry: ScalarNode, target: Target): readonly Item[] | undefined {
  const { resources, diagnostics } = readResources(entry.text, entry.at.file, placesIn(entry))
  const isInline = !diagnostics.some(({ severity }) => severity === 'error')
  if (isInline) return resources.map(resource => withOrigin(makeItem(resource), target, target.kustomization.fileName))
  if (!entry.text.includes('\n')) return undefined
  diagnostics.forEach(target.build.report)
  return []
}
