import { CannotFinish } from '../../model/cannot-finish.ts'
import type { Cluster } from '../../model/cluster.ts'
import { indexClusters } from '../../model/find-cluster.ts'
import { nearest } from '../../text/nearest.ts'

/**
 * The clusters that one of the patterns names, in the order of their names. A pattern is a cluster's name, its last part
 * where that is unique, or has `*` for a part of a name and `**` for any number of folders. Throws CannotFinish where one
 * names no cluster.
 */
export function chooseTargets(clusters: readonly Cluster[], patterns: readonly string[]): readonly Cluster[] {
  const find = indexClusters(clusters)
  const chosen = new Set(patterns.flatMap(pattern => choose(pattern)))
  return clusters.filter(cluster => chosen.has(cluster))

  function choose(pattern: string): readonly Cluster[] {
    const named = find(pattern)
    const expression = toExpression(pattern)
    const found = named ? [named] : clusters.filter(({ name }) => expression.test(name))
    if (found.length > 0) return found
    throw new CannotFinish(`--to ${JSON.stringify(pattern)} names no cluster: ${suggest(pattern, clusters)}`)
  }
}

function toExpression(pattern: string): RegExp {
  const parts = pattern.split(/(\*\*\/|\*\*|\*)/).map(part => {
    if (part === '**/') return '(?:[^/]+/)*'
    if (part === '**') return '.*'
    return part === '*' ? '[^/]*' : part.replace(/[\\^$.+?()[\]{}|/]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`)
}

function suggest(pattern: string, clusters: readonly Cluster[]): string {
  const names = clusters.map(({ name }) => name)
  const folders = names.map(name => name.slice(0, name.lastIndexOf('/')))
  const near = nearest(pattern, [...names, ...folders.map(folder => `${folder}/**`)])
  if (near !== undefined) return `did you mean "${near}"?`
  return names.length === 0
    ? 'there are none'
    : `write a name such as ${names[0]}, or a pattern such as ${folders[0]}/**`
}
