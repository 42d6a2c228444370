import type { Diagnostic } from '../../model/diagnostic.ts'
import { read } from './text-files.ts'

/** The first of the places at which git has left both texts; a file that one side deleted has none. */
export function describeConflict(file: string): Diagnostic {
  const lines = (read(file) ?? '').split('\n')
  const start = lines.findIndex(line => line.startsWith('<<<<<<<'))
  const end = lines.findIndex(line => line.startsWith('>>>>>>>'))
  const both = start < 0 ? 'one side has deleted the file' : lines.slice(start, end + 1).join('\n')
  return {
    code: 'revert-conflict',
    severity: 'error',
    message: `a later commit has changed the same lines:\n${both}`,
    fix: 'roll the later commit back first, or make the change by hand in a pull request of your own',
    source: { file, line: Math.max(start, 0) + 1, column: 1 },
  }
}
