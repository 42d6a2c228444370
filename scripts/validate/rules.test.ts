import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { documentRules } from '../rule/document-rules.ts'
import { indexRules } from '../rule/index-rules.ts'
import { repository } from '../testing/capture.ts'
import { changeRules } from './change-rules/index.ts'
import { rules } from './rules/index.ts'
import { findInSites } from './testing/find.ts'
import { readSites } from './testing/read-sites.ts'

const folder = join(import.meta.dirname, 'rules')
const testdata = join(folder, 'testdata')
const changeFolder = join(import.meta.dirname, 'change-rules')
const [ids, changeIds] = [folder, changeFolder].map(listRules) as [readonly string[], readonly string[]]

const fixtures = readdirSync(testdata).flatMap(id =>
  readdirSync(join(testdata, id)).map(name => ({ id, name, path: join(testdata, id, name) })),
)

describe('the rules', () => {
  it('are all in the index, which vitest -u makes from the folder', async () => {
    await expect(indexRules(ids)).toMatchFileSnapshot(join(folder, 'index.ts'))
    const names = { constant: 'changeRules', type: 'ChangeRule', model: 'change-view' }
    await expect(indexRules(changeIds, names)).toMatchFileSnapshot(join(changeFolder, 'index.ts'))
  })

  it('are all in docs/rules.md, which vitest -u makes from them', async () => {
    await expect(documentRules([...rules, ...changeRules])).toMatchFileSnapshot(join(repository, 'docs/rules.md'))
  })

  it('have the name of their file as id', () => {
    expect(rules.map(({ id }) => id)).toEqual(ids)
    expect(changeRules.map(({ id }) => id)).toEqual(changeIds)
  })

  it('have fixtures, and no fixture is without its rule', () => {
    expect(readdirSync(testdata).sort()).toEqual(ids)
  })
})

it.each([...rules, ...changeRules])('$id says what must hold, why, and what to edit', rule => {
  expect(rule.summary).toMatch(/^[A-Z].*\.$/)
  expect(rule.why).toMatch(/^([A-Z]|nginx ).{20,}\.$/)
  expect(rule.fix).toMatch(/^[a-z].*[^.]$/)
})

describe.each(rules)('$id', rule => {
  it.each(['pass', 'fail'])('has a fixture that %ses', outcome => {
    expect(fixtures.filter(({ id, name }) => id === rule.id && name.startsWith(`${outcome}.`))).not.toEqual([])
  })
})

describe('a fixture', () => {
  it.each(fixtures)('$id/$name has a resource, or it would prove nothing', ({ path }) => {
    expect(readSites(path).flatMap(({ resources }) => resources)).not.toEqual([])
  })
})

describe('a failing fixture', () => {
  it.each(fixtures.filter(({ name }) => name.startsWith('fail.')))('$id/$name says where it fails', ({ id, path }) => {
    expect(expectedLines(path, id)).not.toEqual([])
  })

  it.each(fixtures.filter(({ name }) => name.startsWith('fail.')))('$id/$name', ({ id, path }) => {
    const found = findInSites(
      rules.filter(rule => rule.id === id),
      readSites(path),
    )
    const inOrder = [...found].sort((left, right) => left.line - right.line)
    expect(inOrder.map(({ line, message }) => `${line}: ${message}`)).toEqual(
      expectedLines(path, id).map(line => expect.stringMatching(new RegExp(`^${line}: `))),
    )
  })
})

describe('a passing fixture', () => {
  it.each(fixtures.filter(({ name }) => name.startsWith('pass.')))('$id/$name: no rule finds anything', ({ path }) => {
    expect(findInSites(rules, readSites(path)).map(({ id, line, message }) => `${id}:${line}: ${message}`)).toEqual([])
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

function listRules(folder: string): readonly string[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.ts') && name !== 'index.ts')
  return files.map(name => name.slice(0, -'.ts'.length)).sort()
}
