import { expect, it } from 'vitest'
import { summarize } from './summarize.ts'

it('counts by feature and names every miss', () => {
  const { text, isPassed } = summarize([
    {
      name: 'suite',
      verdicts: [
        { id: 'a', features: ['images'] },
        { id: 'b', features: ['images', 'vars'], miss: 'why' },
      ],
    },
  ])
  expect(isPassed).toBe(false)
  expect(text).toMatch(/images +1 of 2 \(50\.0 %\)\nvars +0 of 1 \(0\.0 %\)\nMISS b: why\nsuite: 1 of 2/)
})

it('proves nothing without cases', () => {
  expect(summarize([{ name: 'suite', verdicts: [] }]).isPassed).toBe(false)
})
