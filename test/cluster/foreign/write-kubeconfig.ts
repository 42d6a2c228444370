import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { KubeConfig } from '@kubernetes/client-node'
import { readKubeconfig } from '../../../scripts/cluster-api/read-kubeconfig.ts'

/** Writes a context of the user's kubeconfig, and nothing else of it, where the programs of a run find it; its path. */
export function writeForeignKubeconfig(state: string, context: string): string {
  const config = new KubeConfig()
  // npm runs a script in the package's folder, and says in INIT_CWD where the user stands.
  readKubeconfig(config, { files: process.env.KUBECONFIG, context, cwd: process.env.INIT_CWD ?? process.cwd() })
  const one = new KubeConfig()
  const [cluster, user, found] = [config.getCurrentCluster(), config.getCurrentUser(), config.getContextObject(context)]
  one.loadFromOptions({
    clusters: [cluster],
    users: [user],
    contexts: [found],
    currentContext: context,
  })
  const pki = join(state, 'pki')
  mkdirSync(pki, { mode: 0o700 })
  const path = join(pki, 'admin.kubeconfig')
  writeFileSync(path, one.exportConfig(), { mode: 0o600 })
  return path
}
