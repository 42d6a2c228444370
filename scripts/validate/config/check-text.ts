import { positionOf, toValue } from 'kustomize-ts'
import { parseJson } from '../../json/parse-json.ts'
import type { PlaceInText } from '../../json/places-in.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { FogflowComponent } from '../read/program.ts'
import { checkValue } from './check-value.ts'
import type { ConfigCode } from './config-code.ts'
import type { ConfigSchema } from './config-schemas.ts'

/** A diagnostic whose place is still one in the text. */
export interface TextFinding extends Pick<Diagnostic, 'severity' | 'message' | 'fix'> {
  readonly code: ConfigCode
  readonly inText: PlaceInText
}

export interface ConfigChecks {
  readonly schema: ConfigSchema
  /** Whether the schema is that of the config's release. If not, only what all releases agree on is checked. */
  readonly isExact: boolean
  /** The components that read the config: each has needs of its own. */
  componentsOf(config: unknown): readonly FogflowComponent[]
}

/** Checks a config.json: its syntax, its keys and values, and what the components that read it need. */
export function checkText(text: string, checks: ConfigChecks): readonly TextFinding[] {
  const { root, problems } = parseJson(text)
  const isJson = root !== undefined
  const syntax = problems.map(
    ({ message, line, column }): TextFinding => ({
      code: isJson ? 'config-duplicate-key' : 'config-syntax',
      severity: 'error',
      message: isJson ? message : `the config is not JSON: ${message}`,
      fix: isJson ? 'delete one of the two' : 'correct the JSON; placeholders such as ${NAME} stand inside of strings',
      inText: { line, column },
    }),
  )
  if (!isJson) return syntax
  const wrong = checkValue(toValue(root), checks).map(({ path, at, ...finding }): TextFinding => {
    const { line, column } = positionOf(root, path, at)
    return { ...finding, inText: { line, column } }
  })
  return [...syntax, ...wrong]
}
