import { expect, it } from 'vitest'
import { capture } from '../testing/capture.ts'
import { startProgress } from './progress.ts'

it('shows a line to a person who waits for more than a second, and takes it away', () => {
  let now = 0
  const { environment, errors } = capture('/')
  const progress = startProgress({ ...environment, isWatched: true, elapsed: () => now })
  const step = progress.step('kustomizations rendered')
  step(1, 2000)
  expect(errors()).toBe('')
  now = 1100
  step(1200, 2000)
  step(1201, 2000)
  expect(errors()).toBe('\r1,200 of 2,000 kustomizations rendered\u001b[K')
  progress.end()
  expect(errors().endsWith('rendered\u001b[K\r\u001b[K')).toBe(true)
})

it('writes nothing where nobody watches', () => {
  const { environment, errors } = capture('/')
  const progress = startProgress({ ...environment, elapsed: () => 5000 })
  progress.step('units checked')(1, 2)
  progress.end()
  expect(errors()).toBe('')
})
