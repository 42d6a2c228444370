import { emitResource } from '../../src/emit/emit.ts'
import { compileRegex } from '../../src/select/regex/compile-regex.ts'
import { buildFiles } from '../../src/testing/build-files.ts'
import { parseOne } from '../../src/testing/parse-one.ts'
import { imagePattern, splitImage } from '../../src/transform/rename-image.ts'
import type { Judged, UnitSuite } from '../unit-suite.ts'

interface MatchRow {
  readonly name: string
  readonly value: string
  readonly isMatched?: boolean
  readonly tag?: string
  readonly digest?: string
}

interface FilterRow {
  readonly filter: { readonly ImageTag: Readonly<Record<string, string>> }
  readonly fsSlice?: readonly { readonly Path: string }[]
  readonly input: string
  readonly expectedOutput: string
}

export const images: UnitSuite<MatchRow | FilterRow> = {
  sources: [
    'api/internal/image/image_test.go',
    'api/filters/imagetag/imagetag_test.go',
    'api/filters/imagetag/legacy_test.go',
  ],
  except: ({ fields }) =>
    'value' in fields && /@(?!sha256:)/.test(fields.value)
      ? 'later than 5.8.1: digests of other algorithms'
      : undefined,
  judge: ({ test, fields }) => {
    if ('filter' in fields) return judgeTransformer(fields)
    return test === 'TestIsImageMatched' ? judgeMatch(fields) : judgeSplit(fields)
  },
}

function judgeMatch(fields: MatchRow): Judged {
  const compiled = compileRegex(imagePattern(fields.name))
  return { expected: fields.isMatched, actual: 'matches' in compiled && compiled.matches(fields.value) }
}

function judgeSplit({ name, value, tag, digest }: MatchRow): Judged {
  return { expected: { name, tag, digest }, actual: splitImage(value) }
}

/** By a build: the transformer does what both filters do, one after the other. */
function judgeTransformer(fields: FilterRow): Judged {
  const image = Object.entries(fields.filter.ImageTag).filter(([key]) => key !== '$type')
  const transformer = {
    ...{ apiVersion: 'builtin', kind: 'ImageTagTransformer', metadata: { name: 'x' } },
    imageTag: Object.fromEntries(image.map(([key, value]) => [key[0]?.toLowerCase() + key.slice(1), value])),
    fieldSpecs: (fields.fsSlice ?? []).map(({ Path }) => ({ path: Path })),
  }
  const { yaml, diagnostics } = buildFiles({
    'kustomization.yaml': 'resources: [r.yaml]\ntransformers: [t.yaml]\n',
    'r.yaml': fields.input,
    't.yaml': JSON.stringify(transformer),
  })
  const error = diagnostics.find(({ severity }) => severity === 'error')
  return { expected: emitResource(parseOne(fields.expectedOutput)), actual: error?.message ?? yaml }
}
