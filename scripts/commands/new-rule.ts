import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { applyChanges } from '../disk/apply-changes.ts'
import { finishJournal } from '../disk/finish-journal.ts'
import type { Environment } from '../model/environment.ts'
import { planRule, rulesFolder } from '../rule/plan-rule.ts'
import { checks } from '../validate/settings/checks/index.ts'

/** Adds the files of a rule, with what is to be written left out, and says what that is. */
export function newRule(id: string, { root, write }: Environment): 0 {
  finishJournal(root)
  const names = readdirSync(join(root, rulesFolder)).filter(name => name.endsWith('.ts') && name !== 'index.ts')
  const rules = names.map(name => name.slice(0, -'.ts'.length))
  const writes = planRule(id, { rules, others: checks.map(({ code }) => code) })
  applyChanges({ writes, deletes: [] }, root)
  const [rule, ...fixtures] = [...writes.keys()].filter(path => !path.endsWith('/index.ts'))
  write(`${[...writes.keys()].map(path => `wrote    ${path}`).join('\n')}
next:
  1. ${rule}: summary, why, fix and check()
  2. ${fixtures.join(', ')}: manifests for and against; name each file by its reason
  3. npx vitest run scripts/validate/rules.test.ts -u   (fails until all that is written; -u brings docs/rules.md up to date)
`)
  return 0
}
