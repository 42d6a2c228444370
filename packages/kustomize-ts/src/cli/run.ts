import { readFileSync, statSync } from 'node:fs'
import { relative, resolve } from 'node:path'
import { type BuildOptions, build } from '../build/build.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { explainField } from './explain-field.ts'
import { nameFiles, type OutputFile } from './name-files.ts'
import { type BuildCommand, parseArguments, usage } from './parse-arguments.ts'

/** What a run of the command line comes to; nothing has been written yet. */
export interface Outcome {
  /** 0: built. 1: the kustomization has errors. 2: bad arguments. */
  readonly exitCode: 0 | 1 | 2
  readonly stdout: string
  readonly stderr: string
  readonly files?: readonly OutputFile[]
  /** Builds are to be made of the lines of standard input, with these options. */
  readonly batch?: BuildOptions
}

export function run(args: readonly string[], workingDirectory: string): Outcome {
  const parsed = parseArguments(args)
  if ('fault' in parsed) return { exitCode: 2, stdout: '', stderr: `Error: ${parsed.fault}\n` }
  if (parsed.command === 'help') return { exitCode: 0, stdout: usage, stderr: '' }
  if (parsed.command === 'batch') return { exitCode: 0, stdout: '', stderr: '', batch: parsed.options }
  return runBuild(parsed, workingDirectory)
}

function runBuild({ directory, options, output, explain }: BuildCommand, workingDirectory: string): Outcome {
  const { resources, yaml, diagnostics } = build(resolve(workingDirectory, directory), options)
  const stderr = diagnostics.map(diagnostic => describe(diagnostic, workingDirectory)).join('')
  const failed = resources.length === 0 && diagnostics.some(({ severity }) => severity === 'error')
  if (failed) return { exitCode: 1, stdout: '', stderr }
  if (explain !== undefined) {
    const answer = explainField(resources, explain, workingDirectory, readLines)
    return 'fault' in answer
      ? { exitCode: 2, stdout: '', stderr: `Error: ${answer.fault}\n` }
      : { exitCode: 0, stdout: answer.text, stderr }
  }
  if (output === undefined) return { exitCode: 0, stdout: yaml, stderr }
  const path = resolve(workingDirectory, output)
  const files = isFolder(path) ? nameFiles(resources) : [{ path: '', text: yaml }]
  return 'fault' in files
    ? { exitCode: 2, stdout: '', stderr: `Error: ${files.fault}\n` }
    : { exitCode: 0, stdout: '', stderr, files: files.map(file => ({ ...file, path: resolve(path, file.path) })) }
}

function isFolder(path: string): boolean {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === true
}

function readLines(file: string): readonly string[] {
  try {
    return readFileSync(file, 'utf8').split('\n')
  } catch {
    return []
  }
}

function describe({ code, severity, message, fix, source }: Diagnostic, workingDirectory: string): string {
  const file = source === undefined ? '' : relative(workingDirectory, source.file) || '.'
  const place = source === undefined ? '' : `${file}:${source.line}:${source.column}  `
  return `${place}${severity}  ${code}\n  ${message}\n${fix === undefined ? '' : `  fix: ${fix}\n`}`
}
