import type { ChangeRule } from '../model/change-view.ts'
import type { Rule as ResourceRule } from '../model/rule.ts'

type Rule = ResourceRule | ChangeRule

const scopes: Readonly<Record<Rule['scope'], string>> = {
  resource: 'Rules about a resource by itself',
  cluster: 'Rules about a resource among all others of its cluster',
  fleet: 'Rules about a resource and the other clusters of the repository',
  change: 'Rules about what a change does to clusters that are there (`--base REF`)',
}

const head = `<!-- Made from scripts/validate/rules by \`npx vitest run scripts/validate/rules.test.ts -u\`. -->

# Rules

What \`npm run validate\` checks beyond the shape of the files. A code of a finding that is not here is that of a schema, of a
\`cluster.yaml\` or of a build; its message says all there is to it.

A finding that you know better than is silenced on its resource, with the reason; a silencer that silences nothing is a
finding itself. What is found in a kustomization or a \`cluster.yaml\` cannot be silenced, and a resource that is kept although
its schema refuses it counts as skipped:

\`\`\`yaml
metadata:
  annotations:
    gitops.fogflow.io/ignore.<code>: why it is right here
\`\`\`
`

/** The text of docs/rules.md: a list of all rules, then each with what must hold, why, and what to edit. */
export function documentRules(rules: readonly Rule[]): string {
  const groups = (Object.keys(scopes) as Rule['scope'][]).map(scope => ({
    title: scopes[scope],
    rules: rules.filter(rule => rule.scope === scope),
  }))
  const shown = groups.filter(group => group.rules.length > 0)
  return [head, ...shown.map(listGroup), ...shown.map(describeGroup)].join('\n')
}

interface Group {
  readonly title: string
  readonly rules: readonly Rule[]
}

function listGroup({ title, rules }: Group): string {
  const lines = rules.map(({ id, summary }) => `- [${id}](#${id}): ${escapeMarkdown(summary)}`)
  return `**${title}**\n\n${lines.join('\n')}\n`
}

function describeGroup({ title, rules }: Group): string {
  return [`## ${title}\n`, ...rules.map(describeRule)].join('\n')
}

function describeRule(rule: Rule): string {
  const { id, severity, scope, summary, why, fix } = rule
  return [
    `### ${id}\n`,
    `${escapeMarkdown(summary)}\n`,
    `**Why:** ${escapeMarkdown(why)}\n`,
    `**Fix:** ${escapeMarkdown(fix)}.\n`,
    `Severity: ${severity}. Scope: ${scope}. ${describeReach(rule)}.\n`,
  ].join('\n')
}

function describeReach({ id, scope, kinds, alsoCompose }: Rule): string {
  if (scope === 'change') return `Accepted by: \`--accept ${id}\`, on a pull request the label \`accept/${id}\``
  const checked = kinds === undefined ? 'all kinds' : kinds.join(', ')
  return `Checked: ${escapeMarkdown(checked)}${alsoCompose ? ', and compose files' : ''}`
}

/** Text as Markdown shows it; what stands between backticks is code already. */
function escapeMarkdown(text: string): string {
  return text
    .split(/(`[^`]*`)/)
    .map(part => (part.startsWith('`') ? part : part.replace(/[\\*_<>[\]|]/g, '\\$&')))
    .join('')
}
