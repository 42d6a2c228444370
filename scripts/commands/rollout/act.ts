import { diffFiles } from '../../fleet/diff-files.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { formatMarkdown } from '../../report/diff/markdown.ts'
import { startProgress } from '../../report/progress.ts'
import type { PullRequest } from '../../rollout/forge.ts'
import { formatBody } from '../../rollout/format/body.ts'
import { formatBranch } from '../../rollout/format/branch.ts'
import type { State } from '../../rollout/format/state.ts'
import { describeVerdict } from '../../rollout/progress/describe-verdict.ts'
import type { Draft } from '../../rollout/progress/draft-step.ts'
import type { Rollout } from '../../rollout/progress/find-rollouts.ts'
import type { Outcome } from '../../rollout/progress/outcome.ts'
import type { RolloutSettings } from '../../rollout/progress/settings.ts'
import type { Verdict } from '../../rollout/progress/verdict.ts'
import { openStep, renewStep, type Write } from '../../rollout/save-step.ts'
import { quoteCode } from '../../text/markdown-code.ts'
import type { Scene } from './open-scene.ts'

const shownReason = 1_000

/** Does what a verdict says. */
export async function act(
  verdict: Verdict,
  rollout: Rollout,
  settings: RolloutSettings,
  scene: Scene,
): Promise<Outcome> {
  const outcome = describeVerdict(verdict, rollout, settings)
  if (verdict.kind === 'wait') return outcome
  if (verdict.kind === 'end') {
    if (verdict.open) await scene.forge.closePullRequest(verdict.open.pull.number, describeClosing(verdict.why))
    return outcome
  }
  const written = await writeBody(verdict.draft, scene)
  if ('diagnostics' in written)
    return { ...outcome, state: 'failed', why: 'what it changes does not build', diagnostics: written.diagnostics }
  const { number, url } = await save(verdict, rollout, scene, written.write)
  return { ...outcome, state: verdict.kind === 'next' ? 'opened' : 'renewed', pull: { number, url } }
}

function save(
  verdict: Extract<Verdict, { kind: 'next' | 'renew' }>,
  { id, attempt }: Rollout,
  { forge, mainline, tip }: Scene,
  write: Write,
): Promise<PullRequest> {
  const branch = formatBranch({ id, attempt, step: verdict.draft.step.index })
  const target = { branch, base: mainline.branch, tip }
  if (verdict.kind === 'next') return openStep(forge, target, verdict.draft, write)
  return renewStep(forge, target, verdict.draft, verdict.open.pull, write)
}

/** What stands behind it may be the words of others, of any length. */
function describeClosing(why: string): string {
  return [
    `This must not be merged any more: ${quoteCode(why.slice(0, shownReason))}.`,
    'The rollout has stopped. `npm run rollout` with the same `--set` and `--to`, and with `--again`, begins anew what is left of it.',
  ].join('\n\n')
}

/** The text with what changes in the clusters, rendered; or what of it does not build. */
async function writeBody(
  { step, held }: Draft,
  { environment, tip, files }: Scene,
): Promise<{ readonly write: Write } | { readonly diagnostics: readonly Diagnostic[] }> {
  const progress = startProgress(environment)
  const where = { root: environment.root, commit: tip, before: files }
  const { diff, folded, diagnostics } = await diffFiles(where, step.files, progress.step('kustomizations rendered'))
  progress.end()
  if (diagnostics.some(({ severity }) => severity === 'error')) return { diagnostics }
  const summarize = (room: number) => formatMarkdown(diff, folded, room)
  return { write: (state: State) => formatBody(state, { held, alsoChanged: step.alsoChanged, summarize }) }
}
