import { expect, it } from 'vitest'
import type { Diagnostic } from '../model/diagnostic.ts'
import { fold } from './fold.ts'

const at = (file: string, line: number, message = 'wrong', code = 'rule'): Diagnostic => ({
  code,
  severity: 'error',
  message,
  source: { file, line, column: 1 },
})

it('makes one of what several units report at one place, whatever words each finds for it', () => {
  const folded = fold([
    { unit: 'overlays/a', diagnostic: at('/base.yaml', 3, 'no Service "a-broker"') },
    { unit: 'overlays/b', diagnostic: at('/base.yaml', 3, 'no Service "b-broker"') },
  ])
  expect(folded).toMatchObject([{ message: 'no Service "a-broker"', clusters: ['overlays/a', 'overlays/b'] }])
})

it('keeps two of what one unit reports twice at one place', () => {
  const two = [at('/base.yaml', 3, 'no a'), at('/base.yaml', 3, 'no b')]
  const all = ['overlays/a', 'overlays/b'].flatMap(unit => two.map(diagnostic => ({ unit, diagnostic })))
  expect(fold(all)).toMatchObject([
    { message: 'no a', clusters: ['overlays/a', 'overlays/b'] },
    { message: 'no b', clusters: ['overlays/a', 'overlays/b'] },
  ])
})

it('keeps apart what stands at other places or under other codes', () => {
  const all = [at('/a.yaml', 1), at('/a.yaml', 2), at('/b.yaml', 1), at('/a.yaml', 1, 'wrong', 'other')]
  expect(fold(all.map(diagnostic => ({ unit: 'base', diagnostic })))).toHaveLength(4)
})

it('sorts by file, line, column and code, in whatever order the findings come', () => {
  const sorted = [at('/a.yaml', 2, 'm', 'a'), at('/a.yaml', 2, 'm', 'b'), at('/a.yaml', 10), at('/b.yaml', 1)]
  const found = fold([...sorted].reverse().map(diagnostic => ({ diagnostic })))
  expect(found).toEqual(sorted)
})
