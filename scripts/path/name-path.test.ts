import { expect, it } from 'vitest'
import { isInside, namePath } from './name-path.ts'

it.each([
  ['/repo/base/a.yaml', 'base/a.yaml'],
  ['/repo', '.'],
  ['/shared/upstream/a.yaml', '../../shared/upstream/a.yaml'],
  ['/repository/a.yaml', '../../repository/a.yaml'],
])('names %s as %s', (path, name) => {
  expect(namePath({ root: '/repo', cwd: '/repo/overlays' }, path)).toBe(name)
})

it('takes a folder with a longer name for another folder', () => {
  expect([isInside('/a', '/a/b'), isInside('/a', '/a'), isInside('/a', '/ab'), isInside('/', '/a')]).toEqual([
    true,
    true,
    false,
    true,
  ])
})
