import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { createJudge } from './judge.ts'
import { listMutants, type Mutant } from './mutants.ts'
import { reportTrials } from './report.ts'
import { survivors } from './survivors.ts'
import { changeOf, type Trial, tryMutant } from './trial.ts'
import { openRepository } from './units.ts'

/** Another seed makes other mutants, of which survivors.ts knows nothing. */
const seed = 1
const isWhole = process.env.MUTATION === 'whole'
const root = join(import.meta.dirname, '../../..')
const known = new Map(survivors.flatMap(({ why, mutants }) => mutants.map(name => [name, why] as const)))

describe('a rendered object in which one field is dropped, renamed, retyped, another number, doubled or moved', () => {
  let mutants: readonly Mutant[] = []
  let trials: readonly Trial[] = []

  beforeAll(() => {
    const repository = openRepository(root)
    const judge = createJudge(repository)
    mutants = listMutants(repository.units, seed)
    const tried = isWhole ? mutants : mutants.filter((_, index) => index % 10 === 0)
    trials = tried.map(mutant => tryMutant(mutant, judge, root))
    console.log(reportTrials(trials, mutants.length, known))
  }, 600_000)

  it('is one of at least 2,000', () => {
    expect(mutants.length).toBeGreaterThanOrEqual(2000)
  })

  it('is found where it changes what FogFlow does, but for those in survivors.ts', () => {
    const missed = trials.filter(({ change, outcome }) => change === 'real' && outcome !== 'caught')
    expect(missed.map(({ mutant }) => mutant.name).filter(name => !known.has(name))).toEqual([])
  })

  it('is in survivors.ts only while nothing finds it', () => {
    const caught = trials.filter(({ outcome }) => outcome === 'caught').map(({ mutant }) => mutant.name)
    expect(caught.filter(name => known.has(name))).toEqual([])
  })

  it('is in survivors.ts only while there is such a mutant, and it is not neutral', () => {
    const real = new Set(mutants.filter(mutant => changeOf(mutant) === 'real').map(({ name }) => name))
    expect([...known.keys()].filter(name => !real.has(name))).toEqual([])
  })

  it('is found in at least 95 of 100 cases', () => {
    const real = mutants.filter(mutant => changeOf(mutant) === 'real').length
    expect(1 - known.size / real).toBeGreaterThanOrEqual(0.95)
  })
})
