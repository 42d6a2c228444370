import { nodeAt, type Path } from 'kustomize-ts'
import { readKey } from '../../../settings/read-key.ts'
import type { SettingsCheck } from '../settings-check.ts'

/** A value that was rolled back stays away until somebody lifts the hold. */
export const heldValue = {
  code: 'held-value',
  severity: 'error',
  *check({ settings, root }) {
    const { hold } = settings.rollout
    if (hold === undefined) return
    const key = readKey(hold.key)
    const above: Path = ['rollout', 'hold']
    if ('problem' in key) yield { path: [...above, 'key'], message: `rollout.hold.key: ${key.problem}`, fix: key.fix }
    else if ([valueAt(settings, key.path)].flat().map(String).includes(String(hold.value)))
      yield {
        path: nodeAt(root, key.path) === undefined ? [...above, 'value'] : key.path,
        message: `${hold.key} is ${JSON.stringify(hold.value)}, which rollout.hold keeps away: ${hold.reason}`,
        fix: `write another ${hold.key}, or delete rollout.hold when its reason is gone`,
      }
  },
} satisfies SettingsCheck

/** Of the completed settings: a default can be what is held, too. */
function valueAt(settings: unknown, path: readonly string[]): unknown {
  return path.reduce<unknown>(
    (value, step) => (typeof value === 'object' && value !== null ? Reflect.get(value, step) : undefined),
    settings,
  )
}
