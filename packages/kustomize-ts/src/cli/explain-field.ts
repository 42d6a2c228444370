import { relative } from 'node:path'
import { explain } from '../explain/explain.ts'
import type { Node } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import type { Resource } from '../model/resource.ts'
import { toValue } from '../node/to-value.ts'
import { findResource } from './find-resource.ts'

/** A resource as the command line names it, and the path of a field in it. */
export interface FieldQuestion {
  readonly resource: string
  readonly field: string
}

/**
 * The value of a field, and below it the places that have set it, the last one first, each with its line. `readLines`
 * gives the lines of a file, none where it cannot be read.
 */
export function explainField(
  resources: readonly Resource[],
  { resource, field }: FieldQuestion,
  workingDirectory: string,
  readLines: (file: string) => readonly string[],
): { readonly text: string } | { readonly fault: string } {
  const found = findResource(resources, resource)
  if ('fault' in found) return found
  const explained = explain(found, field)
  if ('failure' in explained) return { fault: `${resource}: ${explained.failure}` }
  const places = explained.chain.map(at => formatPlace(at, workingDirectory))
  const width = Math.max(...places.map(place => place.length))
  const lines = explained.chain.map((at, index) => {
    const source = readLines(at.file)[at.line - 1]?.trim() ?? ''
    return `${places[index]?.padEnd(width)}  ${shorten(source)}`.trimEnd()
  })
  return { text: `${formatValue(explained.node)}\n${lines.map(line => `  ${line}\n`).join('')}` }
}

function formatPlace({ file, line, column }: Position, workingDirectory: string): string {
  return `${relative(workingDirectory, file) || '.'}:${line}:${column}`
}

function formatValue(node: Node): string {
  return node.kind === 'scalar' ? node.text : JSON.stringify(toValue(node), null, 2)
}

function shorten(line: string): string {
  return line.length > 100 ? `${line.slice(0, 99)}…` : line
}
