import type { YAMLError } from 'yaml'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Position } from '../model/position.ts'
import type { Locate } from './locate.ts'

/**
 * A parser's complaint about the document that begins at `offset` of `source`, as a diagnostic; an unresolved merge
 * conflict, which causes many complaints, is named instead.
 */
export function describeSyntaxError(error: YAMLError, offset: number, source: string, locate: Locate): Diagnostic {
  const conflict = source.search(/^<{7}(?: |$)/m)
  if (conflict >= 0 && /^>{7}(?: |$)/m.test(source)) return describeConflict(conflict, locate)
  const at = locate(offset + error.pos[0])
  if (error.code === 'TAB_AS_INDENT') return refuseTab(at)
  if (error.code === 'RESOURCE_EXHAUSTION') {
    const message = 'too many levels of nesting'
    return { code: 'yaml-too-deep', severity: 'error', message, fix: 'make the document flatter', source: at }
  }
  const message = `this is not YAML: ${error.message.charAt(0).toLowerCase()}${error.message.slice(1)}`
  return { code: 'yaml-syntax', severity: 'error', message, source: at }
}

export function refuseTab(source: Position): Diagnostic {
  const message = 'a tab indents this line; YAML allows spaces only'
  return { code: 'yaml-tab', severity: 'error', message, fix: 'replace the tab by spaces', source }
}

function describeConflict(offset: number, locate: Locate): Diagnostic {
  return {
    code: 'yaml-merge-conflict',
    severity: 'error',
    message: 'a merge conflict begins here that nobody has resolved',
    fix: 'keep one side, and remove the lines that start with <<<<<<<, ======= and >>>>>>>',
    source: locate(offset),
  }
}
