import { showControls } from '../../text/show-controls.ts'
import type { Outcome, OutcomeState } from '../progress/outcome.ts'
import type { StatusFormat } from './status-formats.ts'

/** How rollouts stand, for people or, in the form of schemas/rollout-status.schema.json, for programs. */
export function formatStatus(outcomes: readonly Outcome[], format: StatusFormat): string {
  if (format === 'json') return `${JSON.stringify({ rollouts: outcomes.map(toJson) }, undefined, 2)}\n`
  return outcomes.length === 0 ? 'there is no rollout\n' : outcomes.map(describeOutcome).join('')
}

const words: Readonly<Record<OutcomeState, string>> = {
  opened: 'its pull request is open',
  renewed: 'its pull request is up to date again',
  waiting: 'waits',
  ready: '`npm run rollout -- continue` opens its pull request',
  outdated: '`npm run rollout -- continue` brings its pull request up to date',
  done: 'done',
  stopped: 'stopped',
  failed: 'FAILED',
}

/** `release=3.2.8 to kanto/**, step 2 of 5: waits, it is not merged (#7 https://…)`, in one line. */
export function describeOutcome({ id, settings, step, state, why, pull }: Outcome): string {
  const what = settings === undefined ? id : `${settings.set} to ${settings.to.join(' ')}`
  const where = step === undefined ? '' : `, step ${step.index} of ${step.of}`
  const reason = why === '' ? '' : `, ${why}`
  const link = pull === undefined ? '' : ` (#${pull.number} ${pull.url})`
  const way = state === 'stopped' ? '; --again begins anew what is left of it' : ''
  return `${showControls(`${what}${where}: ${words[state]}${reason}${link}${way}`).replaceAll('\n', ' ')}\n`
}

function toJson({ settings, pull, diagnostics: _, ...outcome }: Outcome) {
  return { ...outcome, ...settings, ...(pull && { pullRequest: pull }) }
}
