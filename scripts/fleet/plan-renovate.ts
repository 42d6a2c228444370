import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { toValue } from 'kustomize-ts'
import { listHoldRules } from '../generate/renovate/list-hold-rules.ts'
import { isSettings, renovateFile, writeRenovate } from '../generate/renovate/write-renovate.ts'
import { parseJson } from '../json/parse-json.ts'
import { readText } from '../load/read-text.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Fleet } from '../model/fleet.ts'

interface RenovatePlan {
  readonly writes: ReadonlyMap<string, string>
  readonly diagnostics: readonly Diagnostic[]
}

/** What has to change in Renovate's settings, so that it proposes nothing that rollout.hold keeps away. */
export function planRenovate(fleet: Fleet): RenovatePlan {
  const rules = listHoldRules(fleet)
  const present = readPresent(join(fleet.root, renovateFile))
  if ('diagnostics' in present) return { writes: new Map(), diagnostics: rules.length > 0 ? present.diagnostics : [] }
  const text = writeRenovate(rules, present.value)
  return { writes: new Map(text === undefined ? [] : [[renovateFile, text]]), diagnostics: [] }
}

function readPresent(file: string): { readonly value?: unknown } | Pick<RenovatePlan, 'diagnostics'> {
  if (!existsSync(file)) return {}
  const read = readText(file)
  if ('diagnostic' in read) return { diagnostics: [read.diagnostic] }
  const { root, problems } = parseJson(read.text)
  const value = root && toValue(root)
  if (root !== undefined && problems.length === 0 && isSettings(value)) return { value }
  const [problem] = problems
  const { line, column } = problem ?? { line: 1, column: 1 }
  const message = problem?.message ?? 'this is no map with a list "packageRules"'
  const fix = 'correct the file: rollout.hold of some clusters has to be written into it'
  const source = { file, line, column }
  return { diagnostics: [{ code: 'renovate-settings', severity: 'error', message, fix, source }] }
}
