import { emitResource } from '../../src/emit/emit.ts'
import { readMapDirective } from '../../src/merge/directive.ts'
import { mergeStrategically } from '../../src/merge/merge-strategically.ts'
import { builtinSchema } from '../../src/tables/tables.ts'
import { parseOne } from '../../src/testing/parse-one.ts'
import type { UnitSuite } from '../unit-suite.ts'

const exceptions: Readonly<Record<string, string>> = {
  "no infer merge keys merge using explicit schema as line comment'": 'comments are not read, a schema in one neither',
  merge_primitive_items: 'appends to lists; a build puts new elements first',
  'port patch has no protocol and different port number': 'appends to lists; a build puts new elements first',
  'different key types': 'has a key that is no string, which a build cannot print',
}

interface Row {
  readonly dest?: string
  readonly input?: string
  readonly source?: string
  readonly patch?: string
  readonly expected: string
  readonly elided?: string
  readonly infer?: boolean
}

export const merges: UnitSuite<Row> = {
  sources: [
    'kyaml/yaml/merge2/merge2_test.go',
    'kyaml/yaml/merge2/smpdirective_test.go',
    'api/filters/patchstrategicmerge/patchstrategicmerge_test.go',
  ],
  except: ({ name, fields }) =>
    fields.infer ? 'guesses merge keys without a schema, which a build never does' : exceptions[name ?? ''],
  judge: ({ test, fields }) => {
    if (test === 'Test_determineSmpDirective') {
      const { patch } = readMapDirective(parseOne(fields.patch ?? ''), { table: builtinSchema, diagnostics: [] })
      return { expected: print(fields.elided ?? ''), actual: emitResource(patch) }
    }
    const target = parseOne(fields.dest ?? fields.input ?? '')
    const { root, diagnostics } = mergeStrategically(
      target,
      parseOne(fields.source ?? fields.patch ?? ''),
      builtinSchema,
    )
    const actual = diagnostics[0]?.message ?? (root === undefined ? '' : emitResource(root))
    return { expected: print(fields.expected), actual }
  },
}

function print(text: string): string {
  return text.trim() === '' ? '' : emitResource(parseOne(text))
}
