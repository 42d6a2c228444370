import { existsSync } from 'node:fs'
import { expect, it } from 'vitest'
import { callKustomize } from './call-kustomize.ts'
import { kustomizeBinary } from './kustomize-binary.ts'
import { describeMiss } from './outcome.ts'
import { readOwnCases } from './own-cases.ts'

const cases = readOwnCases()
if (!existsSync(kustomizeBinary)) console.warn(`skipped: ${cases.length} tests, because ${kustomizeBinary} is absent`)

it.skipIf(!existsSync(kustomizeBinary)).each(cases)('kustomize agrees on $name', async ({ directory, demand }) => {
  expect(describeMiss(demand, await callKustomize(kustomizeBinary, directory))).toBeUndefined()
})
