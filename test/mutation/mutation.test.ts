import { join, relative } from 'node:path'
import { describe, expect, it } from 'vitest'
import { pickMutants } from './pick.ts'
import { openRepository } from './repository.ts'
import { tryMutant } from './trial.ts'

const root = join(import.meta.dirname, '../..')
const repository = openRepository(root)

describe('the repository as it is', () => {
  it.each([...repository.baseline])('%s has no diagnostics', (_, { yaml, diagnostics }) => {
    expect(diagnostics).toEqual([])
    expect(yaml).not.toBe('')
  })
})

describe('one changed character', () => {
  const mutants = pickMutants(repository)
  // Prime, so that no rhythm of the files keeps a kind of line out. The slow tests try every line.
  const sample = mutants.filter((_, index) => index % 97 === 0)

  it.each(sample.map(mutant => ({ mutant, name: `${relative(root, mutant.file)}:${mutant.line} ${mutant.word}` })))(
    '$name is told of where it is or at the other end, or breaks nothing',
    ({ mutant }) => {
      const { outcome, fields } = tryMutant(mutant, repository)
      const wrong = outcome === 'missed' || outcome === 'elsewhere' ? [outcome, ...fields] : []
      expect(wrong).toEqual([])
    },
  )
})
