import { describe, expect, it } from 'vitest'
import { splitPath } from './split-path.ts'

describe('splitPath', () => {
  it.each([
    ['a/b', ['a', 'b']],
    ['/a', ['a']],
    ['a\\/b/c', ['a/b', 'c']],
    ['', ['']],
  ])('%j', (path, parts) => {
    expect(splitPath(path, '/')).toEqual(parts)
  })
})
