import { existsSync, readFileSync } from 'node:fs'
import type { Demand } from './outcome.ts'

/** A tree of files to build, as the shared files of test cases have it. */
export interface BuildCase {
  readonly id: string
  /** Path below the root to text, or to bytes in Base64. */
  readonly files: Readonly<Record<string, string | { readonly $base64: string }>>
  /** The folder to build, below the root. */
  readonly target: string
  readonly options: {
    readonly reorder: 'none' | 'legacy' | 'unspecified'
    readonly loadRestrictions: 'none' | 'rootOnly'
    readonly managedByLabel: boolean
  }
  readonly expected?: string
  readonly expected_5_8_1?: string
  readonly expectedError?: readonly { readonly value: string }[]
  readonly kustomize_5_8_1_matches: boolean
  readonly stderr_5_8_1?: string
  readonly verify: Readonly<Record<string, string>>
}

/** The rows of a file with one JSON value a line; none where the file is absent. */
export function readRows<Row>(file: string): readonly Row[] {
  if (!existsSync(file)) return []
  const lines = readFileSync(file, 'utf8').split('\n')
  return lines.filter(line => line !== '').map(line => JSON.parse(line))
}

/** What kustomize 5.8.1 makes of a case: its own answer where that was recorded, else the expected one. */
export function demandOf(test: BuildCase): Demand {
  if (test.expected_5_8_1 !== undefined) return { kind: 'yaml', yaml: test.expected_5_8_1 }
  if (!test.kustomize_5_8_1_matches) return { kind: 'failure', reason: test.stderr_5_8_1 ?? 'kustomize 5.8.1 fails' }
  if (test.expected !== undefined) return { kind: 'yaml', yaml: endAsPrinted(test) }
  if (test.expectedError !== undefined) return { kind: 'failure', reason: test.expectedError[0]?.value ?? '' }
  return { kind: 'any yaml' }
}

/** Some expectations were recorded with another last line end than kustomize prints. */
function endAsPrinted({ expected = '', verify }: BuildCase): string {
  return verify['5.8.1'] === 'match-trailing-newline' ? `${expected.trimEnd()}\n` : expected
}
