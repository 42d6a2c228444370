import { emitResource } from '../../src/emit/emit.ts'
import { applyJsonPatch } from '../../src/json6902/apply-json-patch.ts'
import { readJsonPatch } from '../../src/json6902/operation.ts'
import { parseOne } from '../../src/testing/parse-one.ts'
import { parseDocuments } from '../../src/yaml/parse-documents.ts'
import type { UnitSuite } from '../unit-suite.ts'

interface Row {
  readonly input: string
  readonly filter: { readonly Patch: string }
  readonly expectedOutput: string
}

export const jsonPatches: UnitSuite<Row> = {
  sources: ['api/filters/patchjson6902/patchjson6902_test.go'],
  except: () => undefined,
  judge: ({ fields }) => {
    const [document] = parseDocuments(fields.filter.Patch, '/patch.yaml').documents
    const read = document && readJsonPatch(document)
    const patched = read && applyJsonPatch(parseOne(fields.input), read.operations)
    return {
      expected: emitResource(parseOne(fields.expectedOutput)),
      actual: patched?.diagnostics[0]?.message ?? (patched && emitResource(patched.root)),
    }
  },
}
