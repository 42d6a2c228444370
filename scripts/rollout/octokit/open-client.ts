import type { Octokit } from '@octokit/rest'
import type { ForgeAccess, Patience } from '../../model/environment.ts'
import { fetchWhole } from './fetch-whole.ts'

export type Client = Octokit

const patient: Patience = { secondMs: 1000, answerMs: 60_000, isThrottled: true }
/** A longer pause than this, in seconds, is for a later run. */
const longestPause = 300
const tries = 3

/** Octokit with retries and within GitHub's limits. It is loaded here only: nobody else pays for its start. */
export async function openClient({ token, apiUrl, patience }: Omit<ForgeAccess, 'repository'>): Promise<Client> {
  const { secondMs, answerMs, isThrottled } = patience ?? patient
  const [{ Octokit }, { retry }, { throttling }] = await Promise.all([
    import('@octokit/rest'),
    import('@octokit/plugin-retry'),
    import('@octokit/plugin-throttling'),
  ])
  const mayWait = (seconds: number, _: object, __: object, count: number) => seconds <= longestPause && count < tries
  const limits = { onRateLimit: mayWait, onSecondaryRateLimit: mayWait, retryAfterBaseValue: secondMs }
  return new (Octokit.plugin(retry, throttling))({
    auth: token,
    baseUrl: apiUrl,
    userAgent: 'fogflow-gitops',
    request: { fetch: fetchWhole(answerMs) },
    log: { debug() {}, info() {}, warn() {}, error() {} },
    retry: { retryAfterBaseValue: secondMs },
    throttle: isThrottled ? limits : { ...limits, write: unspaced, notifications: unspaced },
  })
}

/** Stands in for a group of Bottleneck, which the plugin asks when a call may go: at once. */
const unspaced = { key: () => ({ schedule: (_: object, job: () => Promise<unknown>) => job() }) } as never
