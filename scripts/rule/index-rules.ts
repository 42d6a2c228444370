/** The constant that the file of a rule exports: `no-foo` → `noFoo`. */
export function constantOf(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** The text of scripts/validate/rules/index.ts for the rules of these ids. */
export function indexRules(ids: readonly string[]): string {
  const sorted = [...ids].sort()
  return [
    '// Made from the files of this folder by `npx vitest run scripts/validate/rules.test.ts -u`.',
    "import type { Rule } from '../../model/rule.ts'",
    ...sorted.map(id => `import { ${constantOf(id)} } from './${id}.ts'`),
    '',
    'export const rules: readonly Rule[] = [',
    ...sorted.map(id => `  ${constantOf(id)},`),
    ']',
    '',
  ].join('\n')
}
