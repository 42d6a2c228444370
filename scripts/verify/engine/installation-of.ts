import type { ClusterSettings } from '../../model/cluster.ts'

/** How an engine comes to a cluster. */
export interface Installation {
  /** Its name, for people. */
  readonly engine: string
  /** The API group that it brings along. */
  readonly group: string
  /** What installs it. */
  readonly install: string
  /** What tells it of the cluster. */
  readonly bootstrap: string
  /** What shows how far it has come. */
  readonly inspect: string
}

/** Of the engine of a cluster; of Argo CD, where it runs, on its management cluster. */
export const installationOf = (engine: ClusterSettings['engine'], cluster: string): Installation => ({
  ...parts[engine],
  bootstrap: `kubectl apply -f clusters/${cluster}/sync/${engine}.yaml`,
})

const parts: Readonly<Record<ClusterSettings['engine'], Omit<Installation, 'bootstrap'>>> = {
  flux: {
    engine: 'Flux',
    group: 'kustomize.toolkit.fluxcd.io',
    install: 'install it (flux install)',
    inspect: 'see what there is: flux get all -A',
  },
  argocd: {
    engine: 'Argo CD',
    group: 'argoproj.io',
    install: 'install it (README, "Your first cluster, kept in sync by Git")',
    inspect: 'see what its ApplicationSet says: kubectl -n argocd describe applicationset fogflow',
  },
}
