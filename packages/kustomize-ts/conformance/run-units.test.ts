import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { runUnits } from './run-units.ts'

const file = fileURLToPath(new URL('../../../../shared/conformance/kustomize-units.jsonl', import.meta.url))
if (!existsSync(file)) console.warn('skipped: 1 test, because ../shared/conformance/kustomize-units.jsonl is absent')

it.skipIf(!existsSync(file))('the rows of unit tests of kustomize hold here too', async () => {
  const suites = await runUnits(file, '')
  expect(suites.filter(({ verdicts }) => verdicts.length === 0)).toEqual([])
  expect(suites.flatMap(({ verdicts }) => verdicts.filter(({ miss }) => miss !== undefined))).toEqual([])
})
