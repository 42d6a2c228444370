import { encodeHash, hashContent } from '../../src/finish/hash-names.ts'
import { parseOne } from '../../src/testing/parse-one.ts'
import type { UnitSuite } from '../unit-suite.ts'

interface Row {
  readonly cmYaml?: string
  readonly secretYaml?: string
  readonly res?: string
  readonly hash?: string
  readonly expect?: string
}

export const hashes: UnitSuite<Row> = {
  sources: ['api/hasher/hasher_test.go'],
  except: ({ fields }) =>
    fields.res === undefined ? undefined : 'a hash for objects that only generators of other programs make',
  judge: ({ fields }) => ({
    expected: fields.hash ?? encodeHash(fields.expect ?? ''),
    actual: hashContent(parseOne(fields.cmYaml ?? fields.secretYaml ?? '')),
  }),
}
