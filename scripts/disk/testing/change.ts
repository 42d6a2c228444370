import type { FileChanges } from '../apply-changes.ts'

/** The tree before. */
export const before: Readonly<Record<string, string>> = {
  'clusters/a/cluster.yaml': 'a',
  'clusters/a/fogflow/kustomization.yaml': 'old a',
  'clusters/a/sync/flux.yaml': 'old sync',
  'clusters/b/fogflow/kustomization.yaml': 'old b',
}

export const change: FileChanges = {
  writes: new Map([
    ['clusters/a/fogflow/kustomization.yaml', 'new a'],
    ['clusters/a/platform/tasks-1/kustomization.yaml', 'new tasks'],
  ]),
  deletes: ['clusters/a/sync/flux.yaml', 'clusters/b/fogflow/kustomization.yaml'],
}

/** The tree after. */
export const after: Readonly<Record<string, string>> = {
  'clusters/a/cluster.yaml': 'a',
  'clusters/a/fogflow/kustomization.yaml': 'new a',
  'clusters/a/platform/tasks-1/kustomization.yaml': 'new tasks',
}
