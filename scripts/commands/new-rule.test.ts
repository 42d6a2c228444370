import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import fc from 'fast-check'
import ts from 'typescript'
import { expect, it } from 'vitest'
import { indexRules } from '../rule/index-rules.ts'
import { planRule } from '../rule/plan-rule.ts'
import { capture } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { readUnit } from '../validate/testing/read-unit.ts'
import { newRule } from './new-rule.ts'

const folder = 'scripts/validate/rules'

/** Adds a rule to a repository that has one, `no-bar`. */
function add(id: string) {
  const root = writeTree({ [`${folder}/index.ts`]: '', [`${folder}/no-bar.ts`]: '' })
  const { environment, output } = capture(root, root)
  newRule(id, environment)
  return { output: output(), read: (path: string) => readFileSync(join(root, folder, path), 'utf8') }
}

it('writes the rule and its fixtures, puts it into the index, and says what to write', () => {
  const { read, output } = add('no-foo')
  expect(read('no-foo.ts')).toContain("export const noFoo = {\n  id: 'no-foo',")
  expect(read('index.ts')).toBe(indexRules(['no-bar', 'no-foo']))
  for (const path of ['no-foo.ts', 'testdata/no-foo/pass.example.yaml', 'testdata/no-foo/fail.example.yaml'])
    expect(output.split(`${folder}/${path}`)).toHaveLength(3)
})

it('what it writes is TypeScript, and fails the tests of the rules: it says nothing, and its fixtures hold nothing', () => {
  const files = planRule('no-foo', { rules: [], others: [] })
  const text = files.get(`${folder}/no-foo.ts`) ?? ''
  expect(ts.transpileModule(text, { reportDiagnostics: true }).diagnostics).toEqual([])
  expect(text.match(/^ {2}(summary|why|fix): '',/gm)).toHaveLength(3)
  const fixtures = [...files.keys()].filter(path => path.endsWith('.yaml'))
  expect(fixtures.map(path => readUnit(path, files.get(path)).resources)).toEqual([[], []])
})

it.each([
  ['no-bar', 'already'],
  ['duplicate-site-id', 'already'],
  ['index', 'two or more words'],
  ['class', 'two or more words'],
  ['noFoo', 'write "no-foo"'],
  ['No Foo', 'write "no-foo"'],
  ['no_foo', 'write "no-foo"'],
  ['no-foo.ts', 'write "no-foo-ts"'],
  ['NoBar', 'such as no-latest-tag'],
  ['-no-foo', 'write "no-foo"'],
  ['no--foo', 'write "no-foo"'],
  ['../no-foo', 'write "no-foo"'],
  ['2-many', 'such as'],
  ['', 'such as'],
])('refuses %j', (id, hint) => {
  expect(() => add(id)).toThrow(hint)
})

it('takes no id that leads out of its folder, or that is no name in TypeScript', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), id => {
      try {
        const [rule] = [...planRule(id, { rules: [], others: [] }).keys()]
        expect(rule).toMatch(/^scripts\/validate\/rules\/[a-z][a-z0-9]*(-[a-z0-9]+)+\.ts$/)
      } catch (error) {
        expect(String(error)).toContain('cannot be the id')
      }
    }),
  )
})
