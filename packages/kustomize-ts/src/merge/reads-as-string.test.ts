import { expect, it } from 'vitest'
import { readsAsString } from './reads-as-string.ts'

// As kustomize 5.8.1 takes them where a patch leaves them alone.
const strings = ['a', 'a b', 'a:b', 'a #', 'x-y', "'1'", '"1"', '*a', '{a', '%a', '@a', '0a', '2020-01-01', '1:20', '>']

it.each(strings)('%s is a string', text => expect(readsAsString(text)).toBe(true))

it.each(['1', 'yes', '~', 'a: b', 'a:', '- a', '[a]', '{a: b}', '1 # a', '1-1: a', '# a', '? a', '&a'])(
  '%s is none',
  text => expect(readsAsString(text)).toBe(false),
)
