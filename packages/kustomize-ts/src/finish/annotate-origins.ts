import { writeText } from '../emit/write-text.ts'
import type { Item, Origin } from '../model/item.ts'
import type { Position } from '../model/position.ts'
import { setTextAt } from '../node/set-text.ts'

const originKey = 'config.kubernetes.io/origin'
const transformationsKey = 'alpha.config.kubernetes.io/transformations'

/** What the root's `buildMetadata` asks for: the places that do. */
export interface OriginSettings {
  readonly origins: Position | undefined
  readonly transformations: Position | undefined
}

/** Writes where items come from, and what has changed them, into their annotations. */
export function annotateOrigins(items: readonly Item[], settings: OriginSettings): readonly Item[] {
  return items.map(item => {
    const { origin, transformations } = item
    let { root } = item
    const set = (key: string, text: string, by: Position) => {
      root = setTextAt(root, ['metadata', 'annotations', key], text, by)
    }
    if (settings.origins !== undefined && origin !== undefined) set(originKey, writeOrigin(origin), settings.origins)
    if (settings.transformations !== undefined && transformations !== undefined) {
      set(transformationsKey, writeTransformations(transformations), settings.transformations)
    }
    return root === item.root ? item : { ...item, root }
  })
}

/** An origin as a YAML map. */
function writeOrigin(origin: Origin): string {
  return listLines(origin).join('')
}

/** Origins as a YAML list. */
function writeTransformations(origins: readonly Origin[]): string {
  return origins.map(origin => `- ${listLines(origin).join('  ')}`).join('')
}

function listLines({ path, configuredIn, configuredBy }: Origin): readonly string[] {
  const lines = [
    ...(path ? [`path: ${write(path)}\n`] : []),
    ...(configuredIn ? [`configuredIn: ${write(configuredIn)}\n`] : []),
    ...(configuredBy === undefined ? [] : ['configuredBy:\n']),
  ]
  const keys = ['apiVersion', 'kind', 'name', 'namespace'] as const
  return [...lines, ...keys.flatMap(key => (configuredBy?.[key] ? [`  ${key}: ${write(configuredBy[key])}\n`] : []))]
}

/** In quotes where a text needs them, and never folded. */
function write(text: string): string {
  return writeText(text, { column: Number.NEGATIVE_INFINITY, indent: 2, isKey: false })
}
