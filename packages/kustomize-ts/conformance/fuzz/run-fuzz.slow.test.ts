import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { kustomizeBinary as kustomize } from '../kustomize-binary.ts'
import { runFuzz } from './run-fuzz.ts'

if (!existsSync(kustomize)) console.warn(`skipped: 1 test, because ${kustomize} is absent`)

it.skipIf(!existsSync(kustomize))('random trees come to the bytes of kustomize', async () => {
  const { differences, built } = await runFuzz({ count: 200, seed: 1, kustomize, without: [] })
  expect(differences).toEqual([])
  expect(built).toBeGreaterThan(100)
})
