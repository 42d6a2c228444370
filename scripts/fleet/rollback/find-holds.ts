import { formatFieldPath } from 'kustomize-ts'
import { parse } from 'yaml'
import { type ChangedKey, listChangedKeys } from '../../settings/changed-keys.ts'
import type { SettingsEdit } from '../../settings/edit-settings.ts'

/** The value that is taken back, where it was written. */
export interface Hold {
  readonly key: string
  readonly value: string | number | boolean
}

/** Texts of settings files, by their paths. */
export type Texts = ReadonlyMap<string, string>

const holdPath = ['rollout', 'hold']

/**
 * What must not be proposed again once a commit is taken back, by the settings file that gets the hold. None for a
 * commit that set or lifted a hold itself: taking a rollback back brings no value into doubt.
 */
export function findHolds(before: Texts, after: Texts): ReadonlyMap<string, Hold> {
  const files = [...after].filter(([path]) => before.has(path))
  const changes = files.map(([path, text]) => [path, listChangedKeys(read(before.get(path)), read(text))] as const)
  if (changes.some(([, keys]) => keys.some(isOfHold))) return new Map()
  return new Map(
    changes.flatMap(([path, keys]) => {
      const hold = chooseHold(keys)
      return hold === undefined ? [] : [[path, hold]]
    }),
  )
}

/** The one key that got a value; the release where there are several. A list, such as features, has no one value to hold. */
export function chooseHold(keys: readonly ChangedKey[]): Hold | undefined {
  const scalars = keys.flatMap(({ path, after }) =>
    isScalar(after) && path[0] !== 'rollout' ? [{ key: formatFieldPath(path), value: after }] : [],
  )
  return scalars.length === 1 ? scalars[0] : scalars.find(({ key }) => key === 'release')
}

export function toEdit({ key, value }: Hold, reason: string): SettingsEdit {
  return { path: holdPath, value: { key, value, reason } }
}

const isOfHold = ({ path }: ChangedKey) => path[0] === holdPath[0] && path[1] === holdPath[1]

const read = (text: string | undefined): unknown => (text === undefined ? undefined : (parse(text) ?? undefined))

function isScalar(value: unknown): value is Hold['value'] {
  return ['string', 'number', 'boolean'].includes(typeof value)
}
