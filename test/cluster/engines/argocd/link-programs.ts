import { mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { findProgram, type Program } from '../../tools/require-programs.ts'

/** One program plays all roles of Argo CD, by the name that it is called. */
const roles = ['repo-server', 'application-controller', 'applicationset-controller', 'git-ask-pass']

/** What it calls by name besides git, which is in everybody's PATH. */
const others = ['redis-server', 'kustomize'] as const

/** What must be on the machine for Argo CD. */
export const argocdPrograms: readonly Program[] = ['git', ...others]

/** A folder with everything that Argo CD calls by name, for its PATH. */
export function linkPrograms(state: string, argocd: string): string {
  const folder = join(state, 'bin')
  mkdirSync(folder)
  for (const role of roles) symlinkSync(argocd, join(folder, `argocd-${role}`))
  for (const name of others) symlinkSync(findProgram(name) ?? '', join(folder, name))
  return folder
}
