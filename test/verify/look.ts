import { verify } from '../../scripts/commands/verify.ts'
import { capture } from '../../scripts/testing/capture.ts'
import type { VerifyStage } from './set-stage.ts'

/** What verify found, as its JSON says. */
export interface Looked {
  readonly exitCode: number
  readonly text: string
  readonly checks: readonly { readonly id: string; readonly state: string; readonly remark: string }[]
  readonly diagnostics: readonly {
    readonly code: string
    readonly severity: string
    readonly message: string
    readonly fix: string
    readonly resource?: { readonly kind: string; readonly name: string }
  }[]
}

export interface LookOptions {
  readonly cluster?: string
  readonly kubeconfig?: string
  readonly context?: string
  readonly write?: boolean
  readonly intent?: boolean
  readonly interruption?: AbortSignal
}

/** Runs `npm run verify` on the stage's cluster, as a person does in a clone of its repository. */
export async function look(stage: VerifyStage, options: LookOptions = {}): Promise<Looked> {
  const { environment, output } = capture(stage.repository.folder, stage.repository.folder)
  const { interruption = new AbortController().signal, ...given } = options
  const exitCode = await verify(
    {
      ...{ cluster: stage.cluster, kubeconfig: stage.kubeconfig, write: false, intent: false, watch: false },
      ...given,
      format: 'json',
    },
    environment,
    interruption,
  )
  const { checks, diagnostics } = JSON.parse(output()) as Looked
  return { exitCode, text: output(), checks, diagnostics }
}
