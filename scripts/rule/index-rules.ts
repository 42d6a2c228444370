/** The constant that the file of a rule exports: `no-foo` → `noFoo`. */
export function constantOf(id: string): string {
  return id.replace(/-(.)/g, (_, letter: string) => letter.toUpperCase())
}

/** What an index of rules exports, and the file in model/ that has the type of each. */
interface IndexNames {
  readonly constant: string
  readonly type: string
  readonly model: string
}

const usual: IndexNames = { constant: 'rules', type: 'Rule', model: 'rule' }

/** The text of the index.ts of a folder of rules with these ids. */
export function indexRules(ids: readonly string[], { constant, type, model }: IndexNames = usual): string {
  const sorted = [...ids].sort()
  const start = `export const ${constant}: readonly ${type}[] = [`
  const short = `${start}${sorted.map(constantOf).join(', ')}]`
  return [
    '// Made from the files of this folder by `npx vitest run scripts/validate/rules.test.ts -u`.',
    `import type { ${type} } from '../../model/${model}.ts'`,
    ...sorted.map(id => `import { ${constantOf(id)} } from './${id}.ts'`),
    '',
    // As the formatter has it, which knows lines of 120 characters.
    ...(short.length <= 120 ? [short] : [start, ...sorted.map(id => `  ${constantOf(id)},`), ']']),
    '',
  ].join('\n')
}
