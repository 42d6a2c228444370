import { nearest } from '../../../text/nearest.ts'
import type { SettingsCheck } from '../settings-check.ts'

const effects = ['NoSchedule', 'PreferNoSchedule', 'NoExecute']
const key = /^([a-z0-9]([-a-z0-9.]*[a-z0-9])?\/)?[A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?$/
const value = /^([A-Za-z0-9]([-A-Za-z0-9_.]{0,61}[A-Za-z0-9])?)?$/

export const taintSyntax = {
  code: 'taint-syntax',
  severity: 'error',
  *check({ settings: { nodes } }) {
    for (const [index, taint] of nodes.taints.entries()) {
      const bad = describeBadTaint(taint)
      if (bad)
        yield { path: ['nodes', 'taints', index], message: `"${taint}" is no taint: ${bad.message}`, fix: bad.fix }
    }
  },
} satisfies SettingsCheck

function describeBadTaint(taint: string): { message: string; fix: string } | undefined {
  const form = 'write key=value:Effect or key:Effect, such as dedicated=fogflow:NoSchedule'
  const [, left = '', effect] = /^(.*):([^:]*)$/.exec(taint) ?? []
  if (effect === undefined) return { message: 'it has no effect', fix: form }
  const near = nearest(effect, effects)
  const effectFix = near === undefined ? `the effects are ${effects.join(', ')}` : `did you mean "${near}"?`
  if (!effects.includes(effect)) return { message: `there is no effect "${effect}"`, fix: effectFix }
  const [name = '', ...rest] = left.split('=')
  if (!key.test(name)) return { message: `"${name}" cannot be a key`, fix: form }
  return value.test(rest.join('=')) ? undefined : { message: `"${rest.join('=')}" cannot be a value`, fix: form }
}
