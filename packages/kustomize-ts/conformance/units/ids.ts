import { formatGvk, formatId, isSelected, keyOf, makeId, splitApiVersion } from '../../src/item/identity.ts'
import { clusterScope } from '../../src/model/item.ts'
import { isNamespaced } from '../../src/tables/tables.ts'
import type { Judged, Unit, UnitSuite } from '../unit-suite.ts'

/** What the rows of all these tests may have. */
interface Row {
  readonly x: GvkRow & IdRow
  readonly s: string
  readonly exp: string
  readonly in: GvkRow
  readonly filter: GvkRow | null
  readonly expected: boolean
  readonly id1: IdRow
  readonly id2: IdRow
  readonly equals: boolean
  readonly gVknResult: boolean
  readonly nsEquals: boolean
}

export const ids: UnitSuite<Row> = {
  sources: ['kyaml/resid/gvk_test.go', 'kyaml/resid/resid_test.go'],
  except: ({ test }) => missing[test],
  judge: unit => judges[unit.test]?.(unit) ?? { expected: 'a way to judge it', actual: unit.test },
}

/** What the tables leave out, because it stands in the test's program. */
const missing: Readonly<Record<string, string>> = {
  TestIsClusterScoped: 'the row does not have the type that it asks about',
  TestEffectiveNamespace: 'the row does not have the answer',
}

const judges: Readonly<Record<string, (unit: Unit<Row>) => Judged>> = {
  TestGvkFromString: ({ fields }) => ({ expected: fields.s, actual: formatGvk(readGvk(fields.x)) }),
  TestStringWoEmptyField: ({ fields }) => ({ expected: fields.s, actual: formatGvk(readGvk(fields.x)) }),
  TestApiVersion: ({ fields }) => {
    const { group, version } = readGvk(fields.x)
    return { expected: { group, version }, actual: splitApiVersion(fields.exp) }
  },
  TestSelectByGVK: ({ fields }) => ({
    expected: fields.expected,
    actual: isSelected(readGvk(fields.in), readGvk(fields.filter ?? {})),
  }),
  TestResIdString: ({ fields }) => ({ expected: fields.s, actual: formatId(readId(fields.x)) }),
  TestResIdEquals: ({ fields }) => {
    const [one, other] = [readId(fields.id1), readId(fields.id2)]
    const isSame = (key: 'group' | 'version' | 'kind' | 'name' | 'scope') => one[key] === other[key]
    return {
      expected: [fields.equals, fields.gVknResult, fields.nsEquals],
      actual: [
        keyOf(one) === keyOf(other),
        (['group', 'version', 'kind', 'name'] as const).every(isSame),
        isSame('scope'),
      ],
    }
  },
}

interface GvkRow {
  readonly Group?: string
  readonly Version?: string
  readonly Kind?: string
}

interface IdRow {
  readonly Gvk?: GvkRow
  readonly Name?: string
  readonly Namespace?: string
}

function readGvk({ Group = '', Version = '', Kind = '' }: GvkRow) {
  return { group: Group, version: Version, kind: Kind }
}

function readId({ Gvk = {}, Name = '', Namespace = '' }: IdRow) {
  const gvk = readGvk(Gvk)
  const apiVersion = [gvk.group, gvk.version].filter(part => part !== '').join('/')
  const scope = isNamespaced(apiVersion, gvk.kind) === false ? clusterScope : Namespace || 'default'
  return makeId(gvk, gvk.kind, Name, Namespace, scope)
}
