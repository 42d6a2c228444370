import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { checks } from './checks/index.ts'

const folder = join(import.meta.dirname, 'checks')
const ids = readdirSync(folder)
  .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
  .map(name => name.slice(0, -'.ts'.length))
  .sort()

it('has all checks in the index, which vitest -u makes from the folder', async () => {
  await expect(indexOf(ids)).toMatchFileSnapshot(join(folder, 'index.ts'))
})

it('calls each check by the name of its file', () => {
  expect(checks.map(({ id }) => id)).toEqual(ids)
})

it('has an order of its own for each check', () => {
  expect(new Set(checks.map(({ order }) => order)).size).toBe(checks.length)
})

it('says of each check what must hold', () => {
  for (const { summary } of checks) expect(summary).toMatch(/^[A-Z].{20,}\.$/)
})

function indexOf(names: readonly string[]): string {
  const constant = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return [
    '// Made from the files of this folder by `npx vitest run scripts/verify/checks.test.ts -u`.',
    "import type { Check } from '../check.ts'",
    ...names.map(name => `import { ${constant(name)} } from './${name}.ts'`),
    '',
    'export const checks: readonly Check[] = [',
    ...names.map(name => `  ${constant(name)},`),
    ']',
    '',
  ].join('\n')
}
