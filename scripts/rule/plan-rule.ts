import { CannotFinish } from '../model/cannot-finish.ts'
import { constantOf, indexRules } from './index-rules.ts'

/** Where the rules stand, from the repository's root. */
export const rulesFolder = 'scripts/validate/rules'

/**
 * The files of a new rule, by their paths from the root: the rule and a fixture of each kind, with what is to be written
 * left out, so that the rules' tests fail until it is, and the index with the rule in it. Throws CannotFinish where the id cannot be one.
 */
export function planRule(id: string, { rules, others }: TakenCodes): ReadonlyMap<string, string> {
  checkId(id, [...rules, ...others])
  return new Map([
    [`${rulesFolder}/${id}.ts`, writeRule(id)],
    [
      `${rulesFolder}/testdata/${id}/pass.example.yaml`,
      '# A manifest that the rule accepts: as near to the wrong one as can be.\n',
    ],
    [`${rulesFolder}/testdata/${id}/fail.example.yaml`, writeFailing(id)],
    [`${rulesFolder}/index.ts`, indexRules([...rules, id])],
  ])
}

export interface TakenCodes {
  /** The ids of the rules that there are. */
  readonly rules: readonly string[]
  /** Codes of other checks. */
  readonly others: readonly string[]
}

/** Two words at least: one alone might be a word of TypeScript, or the name of the index. */
function checkId(id: string, known: readonly string[]): void {
  const quoted = JSON.stringify(id)
  if (known.includes(id)) throw new CannotFinish(`there is a check called ${quoted} already`)
  if (/^[a-z][a-z0-9]*(?:-[a-z0-9]+)+$/.test(id)) return
  const words = id
    .replace(/([a-z0-9])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter(word => word !== '')
  const better = words.join('-')
  const isBetter = words.length > 1 && /^[a-z]/.test(better) && !known.includes(better)
  const hint = isBetter ? `: write ${JSON.stringify(better)}` : ', such as no-latest-tag'
  throw new CannotFinish(
    `${quoted} cannot be the id of a rule: it is two or more words of a-z and 0-9 with - between${hint}`,
  )
}

function writeRule(id: string): string {
  return `import type { Rule } from '../../model/rule.ts'

export const ${constantOf(id)} = {
  id: '${id}',
  severity: 'error',
  scope: 'resource', // or 'cluster' or 'fleet': then check() is given the cluster, too, and the other clusters
  summary: '', // One sentence that says what must hold.
  why: '', // The harm, with its source: a file and line of FogFlow, or a page of Kubernetes.
  fix: '', // the edit to make, without a full stop
  // kinds: ['Deployment'],
  *check() {
    // Takes (resource); yields { path, message } for each field that breaks the law. ../read/ has what several rules read.
  },
} satisfies Rule
`
}

function writeFailing(id: string): string {
  return `# A manifest that the rule refuses, with "expect: ${id}" in a comment behind each line that it points at.\n`
}
