import { spawn } from 'node:child_process'
import { mkdtempSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { findProgram } from './find-program.ts'

const applets = ['awk', 'head', 'mv', 'nc', 'od', 'sh', 'sleep', 'timeout', 'tr', 'wget']

/** The repository's root. */
export const root = new URL('../../', import.meta.url).pathname

export interface Outcome {
  /** null when a signal has ended it. */
  readonly code: number | null
  readonly stdout: string
  readonly stderr: string
}

/** Runs a script of the repository under busybox's sh, with nothing but busybox's programs and the given variables. */
export type RunScript = (script: string, args: string[], env?: Record<string, string>) => Promise<Outcome>

/** undefined, after saying so, where busybox is absent. */
export function findBusybox(tests: string): RunScript | undefined {
  const busybox = findProgram('busybox', tests)
  if (busybox === undefined) return undefined
  const folder = mkdtempSync(join(tmpdir(), 'busybox-'))
  for (const applet of applets) symlinkSync(busybox, join(folder, applet))
  return (script, args, env = {}) => run(join(folder, 'sh'), [join(root, script), ...args], { ...env, PATH: folder })
}

function run(program: string, args: string[], env: Record<string, string>): Promise<Outcome> {
  const child = spawn(program, args, { env, timeout: 6_000 })
  const output = { stdout: '', stderr: '' }
  for (const stream of ['stdout', 'stderr'] as const) {
    child[stream].on('data', chunk => {
      output[stream] += chunk
    })
  }
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', code => resolve({ code, ...output }))
  })
}

/** A new folder with the given files. */
export function makeFolder(files: Record<string, string>): string {
  const folder = mkdtempSync(join(tmpdir(), 'scripts-'))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}
