import { join } from 'node:path'
import type { Node, ScalarNode } from 'kustomize-ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { readText } from '../read-text.ts'
import { childOf, childText, entriesOf, itemsOf, mapOf, partOf, scalarsOf, textOf } from './tree.ts'

interface Environment {
  /** Each a map of `name` and `value`, as of a container. */
  readonly variables: readonly Node[]
  readonly diagnostics: readonly Diagnostic[]
}

/** The variables of a service: those of `environment`, and those of the files in `env_file` that it does not set itself. */
export function readEnvironment(service: Node, folder: string): Environment {
  const own = readVariables(childOf(service, 'environment'))
  const files = itemsOf(childOf(service, 'env_file')).map(item => readFile(item, folder))
  const inFiles = new Map(files.flatMap(({ variables }) => variables.map(one => [childText(one, 'name'), one])))
  for (const one of own) inFiles.delete(childText(one, 'name'))
  return { variables: [...inFiles.values(), ...own], diagnostics: files.flatMap(({ diagnostics }) => diagnostics) }
}

function readVariables(environment: Node | undefined): readonly Node[] {
  if (environment?.kind === 'map')
    return entriesOf(environment).flatMap(([name, value, at]) =>
      value.kind === 'scalar' ? [mapOf(at, { name: textOf(name, at), value: textOf(value.text, value.at) })] : [],
    )
  return scalarsOf(environment).flatMap(readAssignment)
}

/** `NAME=value`; a name alone takes its value from the environment of who runs Compose. */
function readAssignment(item: ScalarNode): readonly Node[] {
  const split = item.text.indexOf('=')
  if (split <= 0) return []
  return [mapOf(item.at, { name: partOf(item, 0, split), value: partOf(item, split + 1) })]
}

function readFile(item: Node, folder: string): Environment {
  const path = item.kind === 'scalar' ? item.text : childText(item, 'path')
  if (path === undefined) return { variables: [], diagnostics: [] }
  const read = readText(join(folder, path))
  if ('diagnostic' in read) {
    const isOptional = childText(item, 'required') === 'false'
    const { file, line, column } = item.at
    return { variables: [], diagnostics: isOptional ? [] : [{ ...read.diagnostic, source: { file, line, column } }] }
  }
  const lines = read.text.split('\n').flatMap((line, index): readonly ScalarNode[] => {
    const isComment = /^\s*(?:#|$)/.test(line)
    return isComment ? [] : [textOf(line, { file: join(folder, path), line: index + 1, column: 1 })]
  })
  return { variables: lines.flatMap(readAssignment), diagnostics: [] }
}
