import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { rules } from './rules/index.ts'
import { find } from './testing/find.ts'
import { readUnit } from './testing/read-unit.ts'

const folder = join(import.meta.dirname, 'rules')
const testdata = join(folder, 'testdata')
const files = readdirSync(folder).filter(name => name.endsWith('.ts') && name !== 'index.ts')
const ids = files.map(name => name.slice(0, -'.ts'.length)).sort()

const fixtures = readdirSync(testdata).flatMap(id =>
  readdirSync(join(testdata, id)).map(name => ({ id, name, path: join(testdata, id, name) })),
)

describe('the rules', () => {
  it('are all in the index, which vitest -u makes from the folder', async () => {
    await expect(indexOf(ids)).toMatchFileSnapshot(join(folder, 'index.ts'))
  })

  it('have the name of their file as id', () => {
    expect(rules.map(({ id }) => id)).toEqual(ids)
  })

  it('have fixtures, and no fixture is without its rule', () => {
    expect(readdirSync(testdata).sort()).toEqual(ids)
  })
})

describe.each(rules)('$id', rule => {
  it('says what must hold, why, and what to edit', () => {
    expect(rule.summary).toMatch(/^[A-Z].*\.$/)
    expect(rule.why).toMatch(/^([A-Z]|nginx ).{20,}\.$/)
    expect(rule.fix).toMatch(/^[a-z].*[^.]$/)
  })

  it.each(['pass', 'fail'])('has a fixture that %ses', outcome => {
    expect(fixtures.filter(({ id, name }) => id === rule.id && name.startsWith(`${outcome}.`))).not.toEqual([])
  })
})

describe('a failing fixture', () => {
  it.each(fixtures.filter(({ name }) => name.startsWith('fail.')))('$id/$name', ({ id, path }) => {
    const found = find(
      rules.filter(rule => rule.id === id),
      readUnit(path),
    )
    const inOrder = [...found].sort((left, right) => left.line - right.line)
    expect(inOrder.map(({ line, message }) => `${line}: ${message}`)).toEqual(
      expectedLines(path, id).map(line => expect.stringMatching(new RegExp(`^${line}: `))),
    )
  })
})

describe('a passing fixture', () => {
  it.each(fixtures.filter(({ name }) => name.startsWith('pass.')))('$id/$name: no rule finds anything', ({ path }) => {
    expect(find(rules, readUnit(path)).map(({ id, line, message }) => `${id}:${line}: ${message}`)).toEqual([])
  })
})

/** Lines with `# expect: id`, and lines N below `# expect +N: id` (for text in which a comment cannot stand). */
function expectedLines(path: string, id: string): readonly number[] {
  const lines = readFileSync(path, 'utf8').split('\n')
  return lines
    .flatMap((line, index) =>
      [...line.matchAll(/# expect(?: \+(\d+))?: (\S+)/g)].map(([, below, rule]) => ({
        rule,
        line: index + 1 + Number(below ?? 0),
      })),
    )
    .filter(({ rule }) => rule === id)
    .map(({ line }) => line)
    .sort((left, right) => left - right)
}

function indexOf(names: readonly string[]): string {
  const constant = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return [
    '// Made from the files of this folder by `npx vitest run scripts/validate/rules.test.ts -u`.',
    "import type { Rule } from '../../model/rule.ts'",
    ...names.map(name => `import { ${constant(name)} } from './${name}.ts'`),
    '',
    'export const rules: readonly Rule[] = [',
    ...names.map(name => `  ${constant(name)},`),
    ']',
    '',
  ].join('\n')
}
