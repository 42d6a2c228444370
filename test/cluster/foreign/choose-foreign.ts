import { type Command, Option } from 'commander'
import { CannotFinish } from '../../../scripts/model/cannot-finish.ts'

export interface ForeignOptions {
  readonly context?: string
  readonly iOwnThisCluster?: boolean
}

/** What a command takes that can run elsewhere than on a control plane of its own. */
export const addForeignOptions = (command: Command): Command =>
  command
    .addOption(new Option('--context <name>', 'run on the cluster of this context of your kubeconfig instead'))
    .addOption(new Option('--i-own-this-cluster', 'it may be changed: its nodes take no new pods meanwhile'))

/**
 * The context to run on; undefined: a control plane of our own. What a kubeconfig happens to point at is never enough: a
 * cluster is named, and said to be the user's own.
 */
export function chooseForeign({ context, iOwnThisCluster = false }: ForeignOptions): string | undefined {
  if (context !== undefined && !iOwnThisCluster)
    throw new CannotFinish(
      `this deploys FogFlow and an engine on the cluster of context "${context}", keeps its nodes free of new pods meanwhile, and removes all of it again: if that is right, say --i-own-this-cluster, too`,
    )
  if (context === undefined && iOwnThisCluster)
    throw new CannotFinish(
      'say which cluster is yours: --context NAME (KUBECONFIG and current-context do not choose it)',
    )
  return context
}
