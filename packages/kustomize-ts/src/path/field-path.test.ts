import fc from 'fast-check'
import { expect, it } from 'vitest'
import { formatFieldPath, parseFieldPath } from './field-path.ts'

it.each([
  ['spec.containers.[name=a.b].image', ['spec', 'containers', '[name=a.b]', 'image']],
  ['metadata.annotations.a\\.b/c', ['metadata', 'annotations', 'a.b/c']],
  ['metadata.annotations.[a.b/c]', ['metadata', 'annotations', 'a.b/c']],
  ['.a.0.*', ['a', '0', '*']],
  ['a.[=x]', ['a', '[=x]']],
  ['a.[b.c', ['a', 'b.c']],
  ['', ['']],
])('%s has the elements %j', (text, elements) => expect(parseFieldPath(text)).toEqual(elements))

it('a printed path is read as the same path', () => {
  const key = fc.stringMatching(/^[a-z0-9./-]{1,10}$/).filter(text => !text.startsWith('['))
  fc.assert(
    fc.property(fc.array(key, { minLength: 1 }), keys => {
      expect(parseFieldPath(formatFieldPath(keys))).toEqual(keys)
    }),
  )
})
