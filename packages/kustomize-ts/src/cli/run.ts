import { relative, resolve } from 'node:path'
import { build } from '../build/build.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { parseArguments, usage } from './parse-arguments.ts'

/** What a run of the command line comes to; nothing has been written yet. */
export interface Outcome {
  /** 0: built. 1: the kustomization has errors. 2: bad arguments. */
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
  readonly file?: { readonly path: string; readonly text: string }
}

export function run(args: readonly string[], workingDirectory: string): Outcome {
  const parsed = parseArguments(args)
  if ('fault' in parsed) return { exitCode: 2, stdout: '', stderr: `Error: ${parsed.fault}\n` }
  if (parsed.command === 'help') return { exitCode: 0, stdout: usage, stderr: '' }
  const { resources, yaml, diagnostics } = build(resolve(workingDirectory, parsed.directory), parsed.options)
  const stderr = diagnostics.map(diagnostic => describe(diagnostic, workingDirectory)).join('')
  const failed = resources.length === 0 && diagnostics.some(({ severity }) => severity === 'error')
  if (failed) return { exitCode: 1, stdout: '', stderr }
  if (parsed.output === undefined) return { exitCode: 0, stdout: yaml, stderr }
  return { exitCode: 0, stdout: '', stderr, file: { path: resolve(workingDirectory, parsed.output), text: yaml } }
}

function describe({ code, severity, message, fix, source }: Diagnostic, workingDirectory: string): string {
  const file = source === undefined ? '' : relative(workingDirectory, source.file) || '.'
  const place = source === undefined ? '' : `${file}:${source.line}:${source.column}  `
  return `${place}${severity}  ${code}\n  ${message}\n${fix === undefined ? '' : `  fix: ${fix}\n`}`
}
