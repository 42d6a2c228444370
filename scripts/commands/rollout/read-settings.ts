import { checkChange } from '../../fleet/check-change.ts'
import { CannotFinish } from '../../model/cannot-finish.ts'
import type { FleetTree } from '../../model/fleet-tree.ts'
import { parseDuration } from '../../rollout/format/body.ts'
import { readRequest, type WrittenRequest } from '../../rollout/plan/read-request.ts'
import { formatWaves } from '../../rollout/plan/waves.ts'
import type { Rollout } from '../../rollout/progress/find-rollouts.ts'
import { type RolloutSettings, settingsOf } from '../../rollout/progress/settings.ts'

/** How a user wants a rollout to go; what is left out is as it was, or usual. */
export interface WrittenSettings extends WrittenRequest {
  readonly bake?: string
  readonly tolerate?: string
}

const usual = { bake: 3600, tolerate: '0' } as const

/** Throws CannotFinish where something in it means nothing. */
export function readSettings(written: WrittenSettings, known: Rollout | undefined, tree: FleetTree): RolloutSettings {
  const { set, to, bake, tolerate } = written
  const before = known && settingsOf(known)
  const { change, waves } = readRequest({ set, to, waves: written.waves ?? before?.waves }, tree.fleet)
  checkChange(change)
  return {
    ...{ set, to, waves: formatWaves(waves) },
    bake: bake === undefined ? (before?.bake ?? usual.bake) : readBake(bake),
    tolerate: tolerate === undefined ? (before?.tolerate ?? usual.tolerate) : readTolerate(tolerate),
  }
}

function readBake(text: string): number {
  const seconds = parseDuration(text)
  if (seconds === undefined)
    throw new CannotFinish(`--bake ${JSON.stringify(text)} is no time: write 30m, 1h or 2d, or 0s for none`)
  return seconds
}

function readTolerate(text: string): string {
  const [, digits, percent] = /^(\d{1,6})(%?)$/.exec(text) ?? []
  if (digits === undefined || (percent === '%' && Number(digits) > 100))
    throw new CannotFinish(`--tolerate ${JSON.stringify(text)}: write a count of clusters such as 2, or 0% to 100%`)
  return text
}

/** How many pull requests of rollouts may be open at once. */
export function readMaxOpen(text: string): number {
  if (/^[1-9]\d{0,3}$/.test(text)) return Number(text)
  throw new CannotFinish(`--max-open ${JSON.stringify(text)}: write a number from 1 on`)
}
