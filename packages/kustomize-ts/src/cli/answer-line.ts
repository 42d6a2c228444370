import { createHash } from 'node:crypto'
import { resolve } from 'node:path'
import { type BuildOptions, build } from '../build/build.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { isLoadRestrictor } from '../source/loader.ts'

/**
 * The answer to a line of a batch, `DIR` or `DIR<TAB>LOAD-RESTRICTOR`: JSON with the SHA-256 of the bytes that a build of
 * it prints, or with its errors. Undefined for an empty line.
 */
export function answerLine(line: string, workingDirectory: string, options: BuildOptions): string | undefined {
  const [dir = '', restrictor] = line.replace(/\r$/, '').split('\t')
  if (dir === '') return undefined
  if (restrictor === undefined || restrictor === '')
    return JSON.stringify({ dir, ...summarize(resolve(workingDirectory, dir), options) })
  if (!isLoadRestrictor(restrictor)) return JSON.stringify({ dir, error: `"${restrictor}" is no load restrictor` })
  return JSON.stringify({
    dir,
    ...summarize(resolve(workingDirectory, dir), { ...options, loadRestrictor: restrictor }),
  })
}

function summarize(directory: string, options: BuildOptions): { readonly sha256: string } | { readonly error: string } {
  const { resources, yaml, diagnostics } = build(directory, options)
  const errors = diagnostics.filter(({ severity }) => severity === 'error')
  if (resources.length === 0 && errors.length > 0) return { error: errors.map(describe).join('\n') }
  return { sha256: createHash('sha256').update(yaml).digest('hex') }
}

function describe({ code, message, source }: Diagnostic): string {
  const place = source === undefined ? '' : `${source.file}:${source.line}:${source.column}: `
  return `${place}${code}: ${message}`
}
