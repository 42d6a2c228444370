import { isDeepStrictEqual } from 'node:util'
import { type HoldRule, mark } from './list-hold-rules.ts'

/** From the repository's root. Renovate reads it; all in it but the rules of rollout.hold is written by people. */
export const renovateFile = '.github/renovate.json'

interface Settings {
  readonly packageRules?: readonly unknown[]
  readonly [key: string]: unknown
}

const empty: Settings = {
  $schema: 'https://docs.renovatebot.com/renovate-schema.json',
  extends: ['config:recommended'],
}

/** The text of Renovate's settings with these rules in place of those generated before; undefined where it has them already. */
export function writeRenovate(rules: readonly HoldRule[], present: unknown): string | undefined {
  const settings = isSettings(present) ? present : empty
  const all = settings.packageRules ?? []
  const own = all.filter(rule => !isGenerated(rule))
  if (isDeepStrictEqual(all.filter(isGenerated), rules)) return undefined
  return `${JSON.stringify({ ...settings, packageRules: [...own, ...rules] }, undefined, 2)}\n`
}

/** Whether this can be Renovate's settings: a map, whose rules are a list. */
export function isSettings(value: unknown): value is Settings {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false
  return !('packageRules' in value) || Array.isArray(value.packageRules)
}

function isGenerated(rule: unknown): boolean {
  const isMap = typeof rule === 'object' && rule !== null && 'description' in rule
  return isMap && typeof rule.description === 'string' && rule.description.startsWith(mark)
}
