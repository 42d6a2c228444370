import type { ChangeFinding, ChangeRule } from '../../model/change-view.ts'

export const blastRadius = {
  id: 'blast-radius',
  severity: 'error',
  scope: 'change',
  summary: 'A change changes what runs in no more clusters at once than a wave of a rollout may.',
  why: 'A mistake in it is everywhere before anybody has seen it anywhere: a rollout meets it in its first cluster, and stops there.',
  fix: 'put the change into a feature (base/features/NAME) and carry it out in waves: npm run rollout -- --set features+=NAME --to PATTERN',
  *check({ forward, largestWave, sharedFiles, placeIn }): Generator<ChangeFinding> {
    const changed = forward.filter(({ kind }) => kind === 'changed')
    if (changed.length <= largestWave) return
    const [file] = sharedFiles
    const by = sharedFiles.length > 1 ? ` by this file and ${sharedFiles.length - 1} more that clusters share` : ''
    const message = `what runs in ${changed.length} clusters changes at once${by}: a wave has at most ${largestWave}`
    for (const { cluster } of changed)
      yield { cluster, message, source: file === undefined ? undefined : placeIn(file) }
  },
} as const satisfies ChangeRule
