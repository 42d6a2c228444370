import { execFile } from 'node:child_process'
import { promisify } from 'node:util'
import type { Outcome } from './outcome.ts'

const run = promisify(execFile)

/** What a kustomize program makes of a folder. */
export async function callKustomize(kustomize: string, target: string): Promise<Outcome> {
  try {
    const { stdout } = await run(kustomize, ['build', target], { maxBuffer: 64 * 1024 * 1024 })
    return { kind: 'yaml', yaml: stdout }
  } catch (error) {
    const reason = error instanceof Error && 'stderr' in error ? String(error.stderr) : String(error)
    return { kind: 'failure', reason: reason.replace(/^# Warning.*\n/gm, '').slice(0, 500) }
  }
}
