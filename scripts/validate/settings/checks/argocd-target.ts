import type { SettingsCheck } from '../settings-check.ts'

/** An Argo CD runs on one cluster and pushes to others, which it knows by a name or an address. */
export const argocdTarget = {
  code: 'argocd-target',
  severity: 'error',
  *check(cluster, fleet) {
    const { engine, argocd } = cluster.settings
    if (engine !== 'argocd') return
    const path = ['argocd', 'management']
    const name = argocd.management ?? cluster.name
    const management = fleet.find(name)
    if (management === undefined) {
      yield { path, message: `there is no cluster "${name}"`, fix: 'name the cluster on which Argo CD runs' }
    } else if (management.settings.engine !== 'argocd') {
      yield {
        path,
        message: `"${name}" is kept in sync by ${management.settings.engine}`,
        fix: 'name a cluster with engine: argocd',
      }
    } else if (fleet.find(management.settings.argocd.management ?? management.name) !== management) {
      const message = `"${name}" is itself managed by "${management.settings.argocd.management}"`
      yield { path, message, fix: `name "${management.settings.argocd.management}", or let "${name}" manage itself` }
    } else if (management !== cluster && argocd.destination === undefined) {
      const message = `nothing says how the Argo CD of "${name}" calls this cluster`
      yield {
        path: ['argocd'],
        at: 'key',
        message,
        fix: 'write argocd: { destination: … } with the name it was registered with',
      }
    }
  },
} satisfies SettingsCheck
