import { spawnSync } from 'node:child_process'
import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { toolPath } from '../tools/tool-path.ts'
import type { Mutant } from './mutate.ts'
import { pickMutants } from './pick.ts'
import { openRepository } from './repository.ts'
import { type Trial, tryMutant } from './trial.ts'

const root = join(import.meta.dirname, '../..')
const repository = openRepository(root)
const kustomize = toolPath('kustomize')

describe('a changed character in every line of base/ and overlays/', () => {
  let trials: readonly Trial[] = []

  beforeAll(() => {
    trials = pickMutants(repository).map(mutant => tryMutant(mutant, repository))
    const outcomes = trials.map(({ outcome }) => outcome)
    const counts = [...new Set(outcomes)].map(one => `${outcomes.filter(other => other === one).length} ${one}`)
    console.log(`${trials.length} lines: ${counts.join(', ')}`)
  })

  it('that breaks a reference is told of at that line or at the other end', () => {
    const wrong = trials.filter(({ outcome }) => outcome === 'missed' || outcome === 'elsewhere')
    expect(wrong.map(describeTrial)).toEqual([])
  })

  it('breaks at least 200 references', () => {
    expect(trials.filter(isFound).length).toBeGreaterThanOrEqual(200)
  })

  it.skipIf(!kustomize)('is built by kustomize too, to the same bytes, in 200 of the cases that are told of', () => {
    const found = trials.filter(isFound)
    const sample = found.filter((_, index) => index % Math.floor(found.length / 200) === 0).slice(0, 200)
    const different = withCopy(copy => sample.filter(({ mutant }) => !isBuiltAlike(mutant, copy)))
    expect(sample).toHaveLength(200)
    expect(different.map(describeTrial)).toEqual([])
  })
})

function isFound({ outcome }: Trial): boolean {
  return outcome === 'at-the-line' || outcome === 'at-the-other-end'
}

function describeTrial({ mutant, outcome, fields }: Trial): string {
  const { file, line, word, changed } = mutant
  return `${relative(root, file)}:${line} ${word} → ${changed}: ${outcome} (${fields.slice(0, 3).join(', ')})`
}

function withCopy<Result>(run: (copy: string) => Result): Result {
  const copy = mkdtempSync(join(tmpdir(), 'mutation-'))
  try {
    for (const name of ['base', 'overlays', 'test/overlays'])
      cpSync(join(root, name), join(copy, name), { recursive: true })
    return run(copy)
  } finally {
    rmSync(copy, { recursive: true })
  }
}

/** Whether kustomize builds the first overlay that is built at all, to the bytes of kustomize-ts. */
function isBuiltAlike(mutant: Mutant, copy: string): boolean {
  const readers = [...repository.baseline].filter(([, { read }]) => read.has(mutant.file)).map(([overlay]) => overlay)
  const built = readers
    .map(overlay => ({ overlay, yaml: repository.judge(overlay, mutant).yaml }))
    .find(({ yaml }) => yaml !== undefined)
  const target = join(copy, relative(root, mutant.file))
  writeFileSync(target, mutant.text)
  const folder = join(copy, relative(root, built?.overlay ?? root))
  const { stdout } = spawnSync(kustomize ?? '', ['build', folder], { encoding: 'utf8', maxBuffer: 1e8 })
  writeFileSync(target, repository.sources.get(mutant.file) ?? '')
  return stdout === built?.yaml
}
