import { diffLines } from 'diff'
import { formatFieldPath } from 'kustomize-ts'
import type { FieldChange, FoldedChange, MarkKind, ResourceChange } from '../../model/change.ts'
import { showControls } from '../../text/show-controls.ts'
import { formatCount } from '../count.ts'

/** A line of a change: gone, new, or there for orientation. */
export interface ChangeLine {
  readonly sign: '-' | '+' | ' '
  readonly text: string
}

/** What a mark is called in a report. */
export const markNames: Readonly<Record<MarkKind, string>> = {
  restarts: 'restarts',
  immutable: 'IMMUTABLE',
  'loses-data': 'LOSES DATA',
  irreversible: 'CANNOT BE REVERTED',
  'leaves-behind': 'leaves behind',
}

const verbs: Readonly<Record<ResourceChange['kind'], string>> = { added: 'add', deleted: 'DELETE', changed: 'change' }

/** `change StatefulSet/broker (fogflow)`. */
export function describeTitle({ kind, resource }: ResourceChange): string {
  const where = resource.namespace === undefined ? '' : ` (${resource.namespace})`
  return showControls(`${verbs[kind]} ${resource.kind}/${resource.name}${where}`)
}

/** `in 30 clusters: ginza, shibuya, ueno …`. */
export function describeClusters({ clusters }: FoldedChange, shown: number): string {
  const names = clusters.slice(0, shown).join(', ')
  const more = clusters.length > shown ? ' …' : ''
  const count = clusters.length === 1 ? '' : `${formatCount(clusters.length)} clusters: `
  return showControls(`in ${count}${names}${more}`)
}

export function describeFields({ fields }: ResourceChange): readonly ChangeLine[] {
  return fields.flatMap(describeField)
}

function describeField({ path, before, after, isRename }: FieldChange): readonly ChangeLine[] {
  const name = showControls(formatFieldPath(path.map(String)))
  if (isRename) return [{ sign: ' ', text: `${name}: ${showControls(String(after))} has another content` }]
  if (isLong(before) || isLong(after)) return describeText(name, String(before ?? ''), String(after ?? ''))
  return [
    ...(before === undefined ? [] : [toLine('-', name, before)]),
    ...(after === undefined ? [] : [toLine('+', name, after)]),
  ]
}

function toLine(sign: ChangeLine['sign'], name: string, value: unknown): ChangeLine {
  return { sign, text: `${name}: ${showControls(JSON.stringify(value))}` }
}

/** A text of several lines is shown by the lines that differ. */
function isLong(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\n')
}

function describeText(name: string, before: string, after: string): readonly ChangeLine[] {
  const parts = diffLines(before, after).filter(({ added, removed }) => added || removed)
  const lines = parts.flatMap(({ added, value }) =>
    value
      .replace(/\n$/, '')
      .split('\n')
      .map((line): ChangeLine => ({ sign: added ? '+' : '-', text: `  ${showControls(line)}` })),
  )
  return [{ sign: ' ', text: `${name}:` }, ...lines]
}
