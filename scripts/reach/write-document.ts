import { type Assertion, type Part, parts } from './assertion.ts'
import type { Table } from './table.ts'

const intro = `# Who may talk to whom

What the manifests permit, and what they deny: \`npm run validate\` works it out from the NetworkPolicies, Services,
container ports and Pod Security levels and fails where it differs from these tables in either direction.
\`npm run reach -- FROM TO\` says why; \`npm run reach -- --write\` writes this file anew: what it changes is for review.

A cell has the ports at which the one above may be called by the one on the left, in TCP where nothing else is said; – is
none of them, and · is for two that Git has no say in. \`unlabelled pod\` is any other pod in FogFlow's namespace, \`other
namespaces\` any pod without labels in a namespace that Git does not have, \`outside\` an address outside of the cluster that
no policy singles out. A policy's \`ipBlock\` is taken to mean addresses outside of the cluster; with some network plugins
it means pods as well. A plugin without policies permits everything.
`

const leads: Readonly<Record<Part, string>> = {
  'Within a cluster': 'The ports are those of the pods: a Service leads to them before a policy is asked.',
  'From outside':
    'What is published, and whether the policies let in who comes that way. A cluster that publishes nothing has no line.',
  'The network of the node':
    "No policy guards a pod on its node's network. Pod Security keeps pods off it: all but `privileged` forbid it.",
  'Between clusters': 'The ports are those that the called cluster publishes at its address.',
}

/** The whole of docs/reachability.md. */
export function writeDocument(assertions: readonly Assertion[]): string {
  const sections = parts.flatMap(part => [
    `\n## ${part}\n\n${leads[part]}\n`,
    ...groupTables(assertions.filter(one => one.part === part)).map(({ names, table }) => writeSection(names, table)),
  ])
  return [intro, ...sections].join('')
}

interface Section {
  readonly names: readonly string[]
  readonly table: Table
}

/** One section for all that have the same table. A kind whose members differ is no kind: they stand by their own names. */
function groupTables(assertions: readonly Assertion[]): readonly Section[] {
  const textsOf = new Map<string, Set<string>>()
  const written = assertions.map(one => ({ ...one, text: formatTable(one.table) }))
  for (const { names, text } of written)
    for (const name of names) textsOf.set(name, (textsOf.get(name) ?? new Set()).add(text))
  const sections = new Map<string, { readonly names: Set<string>; readonly table: Table }>()
  for (const { names, table, text } of written) {
    const [own = '', kind = own] = names
    const section = sections.get(text) ?? { names: new Set(), table }
    sections.set(text, section)
    section.names.add(textsOf.get(kind)?.size === 1 ? kind : own)
  }
  return [...sections.values()]
    .map(({ names, table }) => ({ names: [...names].sort(), table }))
    .sort((left, right) => ((left.names[0] ?? '') < (right.names[0] ?? '') ? -1 : 1))
}

function writeSection(names: readonly string[], table: Table): string {
  const lines = names.map(name => `- \`${name}\`\n`)
  return `\n### ${names[0]}\n\n${lines.join('')}\n${table.rows.size > 0 ? formatTable(table) : 'Nothing.\n'}`
}

function formatTable({ columns, rows }: Table): string {
  const lines = [columns, ...[...rows].map(([name, cells]) => [name, ...cells.map(({ text }) => text)])]
  const widths = columns.map((_, index) => Math.max(3, ...lines.map(line => line[index]?.length ?? 0)))
  const format = (line: readonly string[]) =>
    `| ${line.map((text, index) => text.padEnd(widths[index] ?? 0)).join(' | ')} |\n`
  const [head = [], ...body] = lines
  return [format(head), format(widths.map(width => '-'.repeat(width))), ...body.map(format)].join('')
}
