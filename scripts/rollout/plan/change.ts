import { isDeepStrictEqual } from 'node:util'
import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Cluster } from '../../model/cluster.ts'
import { readKey } from '../../settings/read-key.ts'

/** What a rollout does to a key of cluster.yaml: `release=3.2.8`, `features+=NAME`, `features-=NAME`. */
export interface Change {
  /** As it was written. */
  readonly text: string
  readonly key: string
  readonly path: readonly string[]
  readonly operator: '=' | '+=' | '-='
  /** Of the type that the schema has for the key; a list where items come or go. */
  readonly value: unknown
}

/** Throws CannotFinish where the text means no change. */
export function readChange(text: string): Change {
  const [, key, operator, value] = /^((?:[^=\\]|\\.)+?)(\+=|-=|=)(.*)$/s.exec(text) ?? []
  if (key === undefined || value === undefined)
    throw new CannotFinish(`--set takes key=value, key+=item or key-=item, not ${JSON.stringify(text)}`)
  const found = readKey(key)
  if ('problem' in found) throw new CannotFinish(`--set ${key}: ${found.problem}: ${found.fix}`)
  const change = { text, key, path: found.path, operator: operator as Change['operator'], value: found.toValue(value) }
  if (change.operator !== '=' && !Array.isArray(change.value))
    throw new CannotFinish(
      `--set ${text}: ${key} is no list, so that nothing can be added to it: write ${key}=${value}`,
    )
  return change
}

/** The value that a cluster has, whoever set it. */
export function currentOf({ path }: Change, { settings }: Cluster): unknown {
  return path.reduce<unknown>(
    (value, step) => (isMap(value) && Object.hasOwn(value, step) ? value[step] : undefined),
    settings,
  )
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** The value that a cluster gets. */
export function nextValueOf(change: Change, cluster: Cluster): unknown {
  const { operator, value } = change
  if (operator === '=') return value
  const present: readonly unknown[] = [currentOf(change, cluster) ?? []].flat()
  const items: readonly unknown[] = [value].flat()
  if (operator === '-=') return present.filter(item => !items.includes(item))
  return [...present, ...items.filter(item => !present.includes(item))]
}

/** Whether the change changes nothing in a cluster. */
export function isDone(change: Change, cluster: Cluster): boolean {
  return isDeepStrictEqual(currentOf(change, cluster), nextValueOf(change, cluster))
}

/**
 * Why a cluster does not take the value; undefined where nothing holds it. A hold is written by people, too: "3.2" and 3.2
 * are the same to it.
 */
export function findHold(change: Change, { settings }: Cluster): string | undefined {
  const { hold } = settings.rollout
  if (hold?.key !== change.key || change.operator === '-=') return undefined
  const values: readonly unknown[] = [change.value].flat()
  return values.some(value => String(value) === String(hold.value)) ? hold.reason : undefined
}
