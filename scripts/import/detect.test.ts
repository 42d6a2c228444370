import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { detectors } from './detect/index.ts'

const folder = join(import.meta.dirname, 'detect')
const codes = readdirSync(folder)
  .filter(name => name.endsWith('.ts') && !name.endsWith('.test.ts') && name !== 'index.ts')
  .map(name => name.slice(0, -'.ts'.length))
  .sort()

test('the detectors are all in the index, which vitest -u makes from the folder', async () => {
  await expect(indexOf(codes)).toMatchFileSnapshot(join(folder, 'index.ts'))
  expect(detectors.map(({ code }) => code)).toEqual(codes)
})

function indexOf(names: readonly string[]): string {
  const constant = (name: string) => name.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
  return [
    '// Made from the files of this folder by `npx vitest run -u scripts/import/detect.test.ts`.',
    "import type { Detector } from '../defect.ts'",
    ...names.map(name => `import { ${constant(name)} } from './${name}.ts'`),
    '',
    'export const detectors: readonly Detector[] = [',
    ...names.map(name => `  ${constant(name)},`),
    ']',
    '',
  ].join('\n')
}
