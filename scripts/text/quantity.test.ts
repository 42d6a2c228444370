import { expect, it } from 'vitest'
import { parseQuantity } from './quantity.ts'

it.each([
  ['10Gi', 10 * 1024 ** 3],
  ['1.5k', 1500],
  ['500m', 0.5],
  ['1e3', 1000],
  [3, 3],
])('%s is %d', (quantity, number) => expect(parseQuantity(quantity)).toBeCloseTo(number))

it.each(['', 'Gi', '1 Gi', '1KB', undefined])('%s is no quantity', quantity =>
  expect(parseQuantity(quantity)).toBeNaN(),
)
