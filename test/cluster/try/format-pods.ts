import type { Pod } from '../story/workloads.ts'

/** Pods as a table of at most 80 columns: name, whether it is ready, image without its registry, node. */
export function formatPods(pods: readonly Pod[]): string {
  const rows = pods.map(pod => [
    pod.metadata.name,
    isReady(pod) ? 'ready' : 'not yet',
    (pod.spec.containers[0]?.image ?? '').split('/').at(-1) ?? '',
    String(pod.spec.nodeName ?? 'no node'),
  ])
  const all = [['POD', '', 'IMAGE', 'NODE'], ...rows.sort(([a = ''], [b = '']) => (a < b ? -1 : 1))]
  const widths = [0, 1, 2].map(column => Math.max(...all.map(row => row[column]?.length ?? 0)))
  return all
    .map(row => `   ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n')
}

function isReady({ status }: Pod): boolean {
  return status?.conditions?.some(({ type, status }) => type === 'Ready' && status === 'True') ?? false
}
