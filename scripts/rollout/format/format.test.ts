import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { formatBody, formatDuration, parseDuration } from './body.ts'
import { formatBranch, parseBranch } from './branch.ts'
import { nameRollout } from './name-rollout.ts'
import { parseState, type State } from './state.ts'
import { formatTitle, nameChange, parseTitle } from './title.ts'

const longestBody = 65_536
const text = fc.oneof(
  fc.string({ minLength: 1, unit: 'grapheme' }),
  fc.string({ minLength: 1, unit: 'binary' }),
  fc.constantFrom(
    '-->',
    '<!-- fogflow-rollout: {}',
    '`',
    '```',
    '\n',
    '${{ secrets.X }}',
    '::error::',
    '\u2028',
    '$(id)',
  ),
)
const count = fc.integer({ min: 1, max: 999_999 })
const name = fc.stringMatching(/^[a-z0-9]+(\/[a-z0-9-]*[a-z0-9]){0,3}$/)
const state: fc.Arbitrary<State> = fc.record(
  {
    set: text,
    to: fc.array(text, { minLength: 1, maxLength: 4 }),
    waves: text,
    bake: fc.nat(),
    tolerate: fc.constantFrom('0', '3', '25%'),
    kind: fc.constantFrom('wave', 'lift'),
    step: count,
    of: count,
    clusters: fc.array(name),
    files: fc.stringMatching(/^[0-9a-f]{64}$/),
    commit: fc.stringMatching(/^[0-9a-f]{40}$/),
  },
  { requiredKeys: ['set', 'to', 'waves', 'bake', 'tolerate', 'kind', 'step', 'of', 'clusters', 'files'] },
)
const facts = fc.record({
  held: fc.array(fc.record({ cluster: name, reason: text })),
  alsoChanged: fc.array(name),
  summarize: fc.oneof(text, fc.constant('x'.repeat(70_000))).map(summary => (room: number) => summary.slice(0, room)),
})

describe('what a rollout writes into a pull request', () => {
  it('reads back: the branch', () => {
    fc.assert(
      fc.property(text, fc.array(text), count, count, (set, to, attempt, step) => {
        const branch = { id: nameRollout(set, to), attempt, step }
        expect(parseBranch(formatBranch(branch))).toEqual(branch)
        expect(formatBranch(branch)).toMatch(/^[a-z0-9./-]+$/)
        expect(formatBranch(branch)).not.toMatch(/\.\.|\/\.|\.\/|\.lock(\/|$)|\/\//)
      }),
    )
  })

  it('reads back: the title, which is one line that GitHub takes', () => {
    fc.assert(
      fc.property(text, fc.constantFrom('wave' as const, 'lift' as const), count, count, (set, kind, step, of) => {
        const what = nameChange(set)
        fc.pre(what !== '')
        const title = formatTitle({ what, kind, step, of })
        expect(parseTitle(title)).toEqual({ what, kind, step, of })
        expect(title.length).toBeLessThanOrEqual(256)
        expect(title).not.toMatch(/[\n\r]/)
      }),
    )
  })

  it('reads back: the state in the body, whatever people write around it and however GitHub ends its lines', () => {
    fc.assert(
      fc.property(state, facts, text, text, (one, about, before, after) => {
        const body = formatBody(one, about)
        expect(parseState(body)).toEqual(one)
        fc.pre(!`${before}${after}`.includes('fogflow-rollout'))
        expect(parseState(`${before}\n${body.replaceAll('\n', '\r\n')}\n${after}`)).toEqual(one)
      }),
    )
  })

  it('is no longer than GitHub takes, with a thousand names and a long diff', () => {
    const clusters = Array.from({ length: 1_000 }, (_, index) => `kanto/area-${index % 7}/site-${index}`)
    const [one] = fc.sample(state, 1)
    if (one === undefined) throw new Error('no sample')
    const held = Array.from({ length: 50 }, (_, index) => ({ cluster: `site-${index}`, reason: 'why '.repeat(1_000) }))
    const whole = { ...one, set: 'release=3.2.8', to: ['kanto/**'], clusters }
    const body = formatBody(whole, { held, alsoChanged: clusters, summarize: room => 'y'.repeat(room) })
    expect(body.length).toBeLessThanOrEqual(longestBody)
    expect(parseState(body)).toEqual(whole)
  })

  it('is not believed from anybody who has not written all of it', () => {
    const [one] = fc.sample(state, 1)
    if (one === undefined) throw new Error('no sample')
    const body = formatBody(one, { held: [], alsoChanged: [] })
    expect(parseState('')).toBeUndefined()
    expect(parseState(body + body)).toBeUndefined()
    expect(parseState(body.replace('"bake":', '"cake":'))).toBeUndefined()
    expect(parseState('<!-- fogflow-rollout: {"set":1} -->')).toBeUndefined()
    for (const branch of ['main', 'rollout/x', 'rollout/release-3.2.8-0a1b2c3d/0/1', 'rollout/$(id)-0a1b2c3d/1/1'])
      expect(parseBranch(branch)).toBeUndefined()
  })

  it('reads back: durations', () => {
    fc.assert(
      fc.property(fc.nat({ max: 999_999 }), seconds => {
        expect(parseDuration(formatDuration(seconds))).toBe(seconds)
      }),
    )
    for (const wrong of ['', '1', '-1h', '1w', '1h30m', '9999999s']) expect(parseDuration(wrong)).toBeUndefined()
  })
})
