import type { ChangeRule, ChangeView } from '../model/change-view.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Rendered } from '../model/rendered.ts'
import { changeRules } from './change-rules/index.ts'

/** What the rules about changes find. What a person has accepted is told, and is no error. */
export function judgeChange(change: ChangeView, accepted: ReadonlySet<string>): Rendered['diagnostics'] {
  return changeRules.flatMap(rule =>
    [...rule.check(change)].map(({ cluster, message, fix = rule.fix, resource, source }) => ({
      unit: `clusters/${cluster}`,
      diagnostic: {
        ...say(rule, message, fix, accepted.has(rule.id)),
        ...(resource && { resource }),
        ...(source && { source }),
      },
    })),
  )
}

function say({ id, severity }: ChangeRule, message: string, fix: string, isAccepted: boolean): Diagnostic {
  if (isAccepted) return { code: id, severity: 'warning', message: `accepted: ${message}` }
  return { code: id, severity, message, fix: `${fix} (--accept ${id}; on a pull request the label accept/${id})` }
}
