import { describe, expect, it } from 'vitest'
import type { FleetTree } from '../../model/fleet-tree.ts'
import type { PullRequest } from '../forge.ts'
import { formatBody } from '../format/body.ts'
import { formatBranch } from '../format/branch.ts'
import { nameRollout } from '../format/name-rollout.ts'
import type { State } from '../format/state.ts'
import { findNewer } from './find-newer.ts'
import { findRollouts, isUnderWay, startOf } from './find-rollouts.ts'
import { judgeGate } from './judge-gate.ts'
import { judgeHealth } from './judge-health.ts'
import { limitOpen } from './limit-open.ts'
import { readReport } from './read-report.ts'

const settings = { set: 'release=3.2.8', to: ['**'], waves: '1', bake: 3600, tolerate: '0' }

function pullOf(
  number: number,
  step: number,
  more: Partial<PullRequest> = {},
  attempt = 1,
  set = settings.set,
  to: readonly string[] = settings.to,
): PullRequest {
  const state: State = { ...settings, set, to, kind: 'wave', step, of: 3, clusters: ['a'], files: '0'.repeat(64) }
  return {
    ...{ number, url: `https://x/${number}`, base: 'main', title: '', labels: ['rollout'], head: 'c', state: 'open' },
    branch: formatBranch({ id: nameRollout(set, to), attempt, step }),
    body: formatBody(state, { held: [], alsoChanged: [] }),
    ...more,
  }
}

const merged = { state: 'merged', mergedAt: '2026-01-01T00:00:00Z', mergeCommit: 'd'.repeat(40) } as const

describe('pull requests become rollouts', () => {
  it('by their branches, each with the steps of its last attempt in order', () => {
    const pulls = [
      pullOf(5, 2, {}, 2),
      pullOf(4, 1, merged, 2),
      pullOf(3, 1, merged),
      pullOf(2, 1, {}, 1, 'kubernetes=1.35'),
    ]
    const [one, other] = findRollouts([...pulls, { ...pullOf(9, 1), branch: 'rollout/mine' }])
    expect(one).toMatchObject({ attempt: 2, steps: [{ index: 1 }, { index: 2 }] })
    expect(one && startOf(one)).toBe(4)
    expect(other?.steps.map(({ pull }) => pull.number)).toEqual([2])
  })

  it('of several for one step, the merged one counts, else the open one, else the last', () => {
    const numbers = (...pulls: readonly PullRequest[]) => findRollouts(pulls)[0]?.steps.map(({ pull }) => pull.number)
    expect(numbers(pullOf(3, 1, { state: 'closed' }), pullOf(2, 1, merged), pullOf(1, 1))).toEqual([2])
    expect(numbers(pullOf(3, 1, { state: 'closed' }), pullOf(2, 1))).toEqual([2])
    expect(numbers(pullOf(2, 1, { state: 'closed' }), pullOf(3, 1, { state: 'closed' }))).toEqual([3])
  })

  it('and what is not its own text is not believed', () => {
    const stateIn = (pull: PullRequest) => findRollouts([pull])[0]?.steps[0]?.state
    expect(stateIn(pullOf(1, 1))).toBeDefined()
    expect(stateIn(pullOf(1, 1, { body: pullOf(1, 2).body }))).toBeUndefined()
    expect(stateIn(pullOf(1, 1, { body: pullOf(1, 1, {}, 1, 'release=3.2.6').body }))).toBeUndefined()
  })

  it.each([
    ['open', pullOf(1, 1), true],
    ['merged', pullOf(1, 1, merged), true],
    ['merged, and the last of all', pullOf(1, 3, merged), false],
    ['closed', pullOf(1, 1, { state: 'closed' }), false],
  ])('whose last is %s: under way %s', (_, pull, expected) => {
    expect(findRollouts([pull]).map(isUnderWay)).toEqual([expected])
  })
})

describe('the gate behind a merged step', () => {
  const [rollout] = findRollouts([pullOf(1, 1, merged)])
  const after = rollout?.steps[0]
  if (after === undefined) throw new Error('no step')
  const late = new Date('2026-01-01T01:00:00Z')
  const judge = (checks: 'success' | 'pending' | 'failure' | 'none', now = late) =>
    judgeGate(after, settings, { checks, now })?.kind

  it('opens to the second when it has baked, where its checks are green', () => {
    expect(judge('success')).toBeUndefined()
    expect(judge('success', new Date(late.getTime() - 1))).toBe('wait')
  })

  it('waits where the checks have not ended, or there are none', () => {
    expect([judge('pending'), judge('none')]).toEqual(['wait', 'wait'])
  })

  it('closes at once where a check has failed', () => {
    expect(judge('failure', new Date('2026-01-01T00:00:01Z'))).toBe('end')
  })

  it('waits where nobody can tell when it was merged', () => {
    const unknown = { ...after, pull: { ...after.pull, mergedAt: 'soon' } }
    expect(judgeGate(unknown, settings, { checks: 'success', now: late })?.kind).toBe('wait')
  })
})

describe('the health of a wave', () => {
  const clusters = ['a', 'b', 'c', 'd']
  const judge = (healthy: string, failing: string, tolerate: string) =>
    judgeHealth(clusters, tolerate, { healthy: new Set(healthy), failing: new Set(failing) })?.kind

  it.each([
    ['abcd', '', '0', undefined],
    ['abc', '', '0', 'wait'],
    ['abc', 'd', '0', 'end'],
    ['abc', 'd', '1', undefined],
    ['abc', 'd', '25%', undefined],
    ['abc', 'd', '24%', 'end'],
    ['ab', 'd', '1', 'wait'],
    ['', 'abcd', '100%', undefined],
  ])('healthy %j, failing %j, %s tolerated: %s', (healthy, failing, tolerate, expected) => {
    expect(judge(healthy, failing, tolerate)).toBe(expected)
  })
})

it('a further pull request is opened only while fewer are open than may be, and an open one may always be renewed', () => {
  const [rollout] = findRollouts([pullOf(1, 1)])
  const [open] = rollout?.steps ?? []
  const state = open?.state
  if (open === undefined || state === undefined) throw new Error('no step')
  const step = { kind: 'wave', index: 1, clusters: [], alsoChanged: [], files: [] } as const
  const draft = { step, held: [], state }
  expect(limitOpen({ kind: 'next', draft }, [1], 2).kind).toBe('next')
  expect(limitOpen({ kind: 'next', draft }, [1, 2], 2)).toMatchObject({
    kind: 'wait',
    why: expect.stringContaining('#1, #2'),
  })
  expect(limitOpen({ kind: 'renew', draft, open }, [1, 2], 2).kind).toBe('renew')
})

describe('a report of verify', () => {
  const summary = { passed: 1, failed: 0, skipped: 0, warnings: 0, durationMs: 1 }
  const report = {
    cluster: 'a',
    context: 'x',
    server: 'https://x',
    checks: [{ id: 'x', state: 'passed', remark: '' }],
    summary,
    diagnostics: [],
  }

  it('is healthy where something was looked at and nothing failed', () => {
    const read = (more: object) => readReport(JSON.stringify({ ...report, ...more }), 'x.json')
    expect(read({ revision: 'main at 1a2b3c4d5e6f' })).toEqual({
      cluster: 'a',
      isHealthy: true,
      commit: '1a2b3c4d5e6f',
    })
    expect(read({})).toMatchObject({ isHealthy: true, commit: undefined })
    expect(read({ summary: { ...summary, failed: 1 } }).isHealthy).toBe(false)
    expect(read({ summary: { ...summary, passed: 0 } }).isHealthy).toBe(false)
  })

  it.each(['', 'words', '[]', '{}', JSON.stringify({ ...report, checks: [] })])('%j is none', text => {
    expect(() => readReport(text, 'x.json')).toThrow('--verify x.json')
  })
})

describe('a newer rollout takes the place of an older one', () => {
  const cluster = (name: string) => ({ name })
  const tree = { fleet: { clusters: ['a', 'b', 'c'].map(cluster) } } as unknown as FleetTree
  const rollout = (number: number, set: string, to: readonly string[], more: Partial<PullRequest> = {}) => {
    const [one] = findRollouts([pullOf(number, 1, more, 1, set, to)])
    if (one === undefined) throw new Error('no rollout')
    return one
  }
  const older = rollout(1, 'release=3.2.6', ['a', 'b'])

  it.each([
    ['another value of the same key', 'release=3.2.8', ['b', 'c'], true],
    ['the same value', 'release=3.2.6', ['b', 'c'], false],
    ['another key', 'kubernetes=1.35', ['b'], false],
    ['other clusters', 'release=3.2.8', ['c'], false],
    ['clusters that are not there any more', 'release=3.2.8', ['gone'], false],
  ])('%s: %s to %s: %s', (_, set, to, expected) => {
    const newer = rollout(2, set, to)
    expect(findNewer(older, [newer, older], tree)).toBe(expected ? newer : undefined)
    expect(findNewer(newer, [newer, older], tree)).toBeUndefined()
  })

  it.each([
    ['features+=x', 'features+=y', false],
    ['features+=x', 'features+=x', false],
    ['features+=x', 'features-=y', false],
    ['features+=x', 'features-=x', true],
    ['features=x', 'features+=y', true],
  ])('%s and then %s: %s', (before, after, expected) => {
    const [one, other] = [rollout(1, before, ['a']), rollout(2, after, ['a', 'b'])]
    expect(findNewer(one, [other, one], tree)).toBe(expected ? other : undefined)
  })

  it('unless it was closed before anything of it was merged', () => {
    expect(findNewer(older, [rollout(2, 'release=3.2.8', ['a'], { state: 'closed' })], tree)).toBeUndefined()
  })
})
