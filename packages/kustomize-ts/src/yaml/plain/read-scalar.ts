import type { Node, ScalarNode } from '../../model/node.ts'
import { resolveTag } from '../resolve-tag.ts'
import type { Cursor } from './cursor.ts'

export interface Read {
  readonly node: Node
  /** The offset behind it. */
  readonly end: number
}

export function makePlain({ locate, dialect }: Cursor, offset: number, text: string): ScalarNode {
  const at = locate(offset)
  return { kind: 'scalar', tag: resolveTag(text, dialect), text, at, content: at }
}

const QUOTED = /"[^"\\\n]*"|'[^'\n]*'(?!')/y

/** Quoted text without escapes. */
export function readQuoted({ text, locate }: Cursor, offset: number): Read | undefined {
  QUOTED.lastIndex = offset
  const written = QUOTED.exec(text)?.[0]
  if (written === undefined) return undefined
  const at = locate(offset)
  const content = locate(offset + 1)
  const node: ScalarNode = { kind: 'scalar', tag: 'str', text: written.slice(1, -1), style: 'quoted', at, content }
  return { node, end: offset + written.length }
}
