import type { Endpoint } from '../endpoint.ts'
import { toCheckRun } from '../shapes/check-run.ts'
import { type CheckRun, timestamp } from '../world.ts'

/** https://docs.github.com/en/rest/checks/runs#create-a-check-run; a conclusion completes it. */
export const createCheckRun = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/check-runs',
  needs: { checks: 'write' },
  answer(world, { body }) {
    const {
      name,
      head_sha: sha,
      status = 'queued',
      conclusion,
    } = body as {
      name: string
      head_sha: string
      status?: CheckRun['status']
      conclusion?: string
    }
    const state = conclusion === undefined ? { status, conclusion: null } : { status: 'completed' as const, conclusion }
    const run = { id: world.nextId(), name, sha, at: timestamp(world), ...state }
    world.checkRuns.push(run)
    return { status: 201, body: toCheckRun(world, run) }
  },
} satisfies Endpoint
