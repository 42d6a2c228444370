import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../../scripts/testing/capture.ts'

/** One of the defects of FogFlow's own deployment files, which are written down beside a copy of them by hand. */
export interface Defect {
  readonly id: string
  readonly file: string
  readonly line: number
  /** Further places of it: `file:line`, or a file where it is on the same line. */
  readonly also: readonly string[]
  /** The field, such as `spec.template.spec.containers[0].image`. */
  readonly path: string
  /** `Kind/name`; none in what is no manifest. */
  readonly objects: readonly string[]
  /** What is wrong, in the words of the list: one cause may have several. */
  readonly kinds: readonly string[]
}

const shared = join(repository, '../shared')

/** The copy of FogFlow's files. */
export const upstream = join(shared, 'upstream')

/** The known defects; undefined where the list is not beside the repository. */
export function readDefects(): readonly Defect[] | undefined {
  const list = join(shared, 'conformance/upstream-defects.jsonl')
  if (!existsSync(list)) return undefined
  const lines = readFileSync(list, 'utf8').trim().split('\n')
  return lines.map(line => JSON.parse(line) as Defect)
}

/** The first is the defect's own. */
export function placesOf({ file, line, also }: Defect): readonly string[] {
  return [`${file}:${line}`, ...also.map(place => (/:\d+$/.test(place) ? place : `${place}:${line}`))]
}
