import { ApiFailure } from '../cluster-api/api-failure.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { CheckResult } from '../model/verification.ts'
import type { Check, Outcome, Problem } from './check.ts'
import { checks } from './checks/index.ts'
import type { Scene } from './scene.ts'

export interface VerifyOptions {
  readonly write: boolean
  readonly intent: boolean
  /** Told before each check. */
  step(done: number, total: number): void
}

interface Looked {
  readonly checks: readonly CheckResult[]
  readonly diagnostics: readonly Diagnostic[]
}

/** Runs all checks on a cluster, one after the other: what they read is read once, and the order is that of causes. */
export async function verify(scene: Scene, options: VerifyOptions): Promise<Looked> {
  const results: CheckResult[] = []
  const diagnostics: Diagnostic[] = []
  let decisive: string | undefined
  const inOrder = [...checks].sort((one, other) => one.order - other.order)
  for (const [index, check] of inOrder.entries()) {
    options.step(index, inOrder.length)
    const reason = scene.interruption.aborted ? 'interrupted' : (decisive ?? whySkipped(check, options, results))
    const { outcome, isDecisive } = reason === undefined ? await run(check, scene) : skip(reason)
    const result = toResult(check, outcome)
    results.push(result)
    if ('problems' in outcome) diagnostics.push(...outcome.problems.map(problem => toDiagnostic(check, problem)))
    if (isDecisive && result.state === 'failed') decisive = `not looked at, since ${check.id} failed`
  }
  return { checks: results, diagnostics }
}

interface Run {
  readonly outcome: Outcome
  /** Whether the next checks would only say the same where it fails. */
  readonly isDecisive: boolean
}

const skip = (reason: string): Run => ({ outcome: { skipped: reason }, isDecisive: false })

function whySkipped(
  { option, needsHealth }: Check,
  options: VerifyOptions,
  results: readonly CheckResult[],
): string | undefined {
  if (option !== undefined && !options[option]) return `changes something in the cluster: --${option} runs it`
  const failed = needsHealth ? results.find(({ state }) => state === 'failed') : undefined
  return failed && `it could make things worse while ${failed.id} fails`
}

/** What a check was not let see is not all right. */
async function run(check: Check, scene: Scene): Promise<Run> {
  try {
    return { outcome: await check.run(scene), isDecisive: check.isDecisive ?? false }
  } catch (error) {
    if (!(error instanceof ApiFailure)) throw error
    const isDecisive = error.isFinal || (check.isDecisive ?? false)
    return { outcome: { problems: [explain(error, scene)], seen: '' }, isDecisive }
  }
}

function explain({ status, message }: ApiFailure, { api }: Scene): Problem {
  if (status === 403 || status === 401)
    return {
      message: `this could not be looked at: context "${api.context}" may not: ${message}`,
      fix: 'use a context that may (--context), or have its user bound to a role that allows it',
    }
  return {
    message: `this could not be looked at: ${message}`,
    fix: 'run it again; if that stays, look at the API server and the nodes (kubectl get --raw /readyz, kubectl get nodes)',
  }
}

function toResult({ id }: Check, outcome: Outcome): CheckResult {
  if ('skipped' in outcome) return { id, state: 'skipped', remark: outcome.skipped }
  const hasError = outcome.problems.some(({ severity = 'error' }) => severity === 'error')
  return { id, state: hasError ? 'failed' : 'passed', remark: outcome.seen }
}

const toDiagnostic = ({ id }: Check, { severity = 'error', ...problem }: Problem): Diagnostic => ({
  code: id,
  severity,
  ...problem,
})
