import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from '../../src/build/build.ts'
import { buildOutcome } from '../build-outcome.ts'
import { callKustomize } from '../call-kustomize.ts'
import { describeMiss, type Outcome } from '../outcome.ts'
import { makeTree, type Tree } from './make-tree.ts'
import { createRandom } from './random.ts'

export interface FuzzOptions {
  readonly count: number
  readonly seed: number
  /** The kustomize to compare with. */
  readonly kustomize: string
  /** Fields that trees shall not have. */
  readonly without: readonly string[]
}

export interface Difference {
  readonly seed: number
  readonly folder: string
  readonly miss: string
}

export interface FuzzReport {
  readonly differences: readonly Difference[]
  /** How many trees kustomize builds. */
  readonly built: number
  readonly count: number
  /** By field of the overlay: in how many trees that build its removal changes the bytes. */
  readonly effects: ReadonlyMap<string, number>
}

/** As many as there usually are cores on a machine that tests run on. */
const PARALLEL = 2

/** Builds random trees with both programs. Trees that differ are left on disk. */
export async function runFuzz({ count, seed, kustomize, without }: FuzzOptions): Promise<FuzzReport> {
  const root = mkdtempSync(join(tmpdir(), 'kustomize-ts-fuzz-'))
  const effects = new Map<string, number>()
  const differences: Difference[] = []
  let built = 0
  for (let from = 0; from < count; from += PARALLEL) {
    const seeds = Array.from({ length: Math.min(PARALLEL, count - from) }, (_, i) => seed + from + i)
    const judged = await Promise.all(
      seeds.map(own => judgeTree(makeTree(createRandom(own), without), own, join(root, String(own)), kustomize)),
    )
    for (const { folder, miss, own, changed, isBuilt } of judged) {
      if (isBuilt) built += 1
      for (const field of changed) effects.set(field, (effects.get(field) ?? 0) + 1)
      if (miss === undefined) rmSync(folder, { recursive: true })
      else differences.push({ seed: own, folder, miss })
    }
  }
  return { differences, built, count, effects }
}

async function judgeTree(tree: Tree, seed: number, folder: string, kustomize: string) {
  const target = writeTree(tree, folder)
  const demand = await callKustomize(kustomize, target)
  const outcome = buildOutcome(() => build(target))
  return {
    own: seed,
    folder,
    miss: describeMiss(demand, outcome),
    isBuilt: demand.kind === 'yaml',
    changed: demand.kind === 'yaml' ? listEffects(tree, target, outcome) : [],
  }
}

function writeTree({ files, target }: Tree, folder: string): string {
  for (const [path, content] of Object.entries(files)) {
    const file = join(folder, path)
    mkdirSync(dirname(file), { recursive: true })
    writeFileSync(file, content)
  }
  return join(folder, target)
}

/** The fields of the overlay without which other bytes come out. */
function listEffects(tree: Tree, target: string, outcome: Outcome): readonly string[] {
  const file = join(target, 'kustomization.yaml')
  const text = tree.files[`${tree.target}/kustomization.yaml`] ?? ''
  const parts = text.split(/^(?=[A-Za-z])/m)
  const changed = parts.filter(part => {
    writeFileSync(file, parts.filter(other => other !== part).join(''))
    return (
      describeMiss(
        outcome,
        buildOutcome(() => build(target)),
      ) !== undefined
    )
  })
  writeFileSync(file, text)
  return changed.flatMap(part => /^[A-Za-z0-9]+(?=:)/.exec(part)?.[0] ?? [])
}
