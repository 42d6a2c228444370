import type { Expression, Node, PodSpec, Taint, Toleration } from './objects.ts'

/** Why a pod, as Git has it, does not belong on a node; undefined where it does. What the scheduler decides, judged anew. */
export function whyNotOn(pod: PodSpec, node: Node): string | undefined {
  const { labels = {}, name } = node.metadata
  for (const [key, value] of Object.entries(pod.nodeSelector ?? {}))
    if (labels[key] !== value)
      return `its nodeSelector wants ${key}=${value}, node ${name} has ${describe(labels[key])}`
  const terms = pod.affinity?.nodeAffinity?.requiredDuringSchedulingIgnoredDuringExecution?.nodeSelectorTerms
  if (terms && !terms.some(term => matches(term, node)))
    return `its node affinity wants ${terms.map(listExpressions).join(' or ')}, which node ${name} does not meet`
  const taint = (node.spec?.taints ?? []).find(
    ({ effect, ...rest }) =>
      effect !== 'PreferNoSchedule' && !pod.tolerations?.some(one => tolerates(one, { ...rest, effect })),
  )
  // What the node controller taints while a node is ill is about the node, not about where a pod belongs.
  if (taint && !taint.key.startsWith('node.kubernetes.io/'))
    return `it does not tolerate the taint ${taint.key}${taint.value ? `=${taint.value}` : ''}:${taint.effect} of node ${name}`
  return undefined
}

const describe = (value: string | undefined) => (value === undefined ? 'no such label' : `"${value}"`)

interface Term {
  readonly matchExpressions?: readonly Expression[]
  readonly matchFields?: readonly Expression[]
}

const matches = ({ matchExpressions = [], matchFields = [] }: Term, { metadata }: Node): boolean =>
  matchExpressions.every(one => holds(one, metadata.labels?.[one.key])) &&
  matchFields.every(one => holds(one, one.key === 'metadata.name' ? metadata.name : undefined)) &&
  matchExpressions.length + matchFields.length > 0

function holds({ operator, values = [] }: Expression, label: string | undefined): boolean {
  if (operator === 'Exists') return label !== undefined
  if (operator === 'DoesNotExist') return label === undefined
  if (operator === 'NotIn') return label === undefined || !values.includes(label)
  if (label === undefined) return false
  if (operator === 'In') return values.includes(label)
  const [limit] = values
  return operator === 'Gt' ? Number(label) > Number(limit) : Number(label) < Number(limit)
}

const listExpressions = ({ matchExpressions = [], matchFields = [] }: Term): string =>
  [...matchExpressions, ...matchFields]
    .map(({ key, operator, values }) => `${key} ${operator}${values ? ` ${values.join(', ')}` : ''}`)
    .join(' and ')

function tolerates({ key, operator = 'Equal', value, effect }: Toleration, taint: Taint): boolean {
  if (effect !== undefined && effect !== '' && effect !== taint.effect) return false
  if (key === undefined || key === '') return operator === 'Exists'
  return key === taint.key && (operator === 'Exists' || (value ?? '') === (taint.value ?? ''))
}
