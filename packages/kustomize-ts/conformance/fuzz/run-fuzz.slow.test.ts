import { existsSync } from 'node:fs'
import { homedir } from 'node:os'
import { expect, it } from 'vitest'
import { runFuzz } from './run-fuzz.ts'

const kustomize = `${homedir()}/.cache/fogflow-gitops/tools/kustomize-v5.8.1/kustomize`
if (!existsSync(kustomize)) console.warn(`skipped: 1 test, because ${kustomize} is absent`)

it.skipIf(!existsSync(kustomize))('random trees come to the bytes of kustomize', async () => {
  const { differences, built } = await runFuzz({ count: 200, seed: 1, kustomize, without: [] })
  expect(differences).toEqual([])
  expect(built).toBeGreaterThan(100)
})
