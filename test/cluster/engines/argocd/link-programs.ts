import { accessSync, constants, mkdirSync, symlinkSync } from 'node:fs'
import { delimiter, join } from 'node:path'
import { CannotFinish } from '../../../../scripts/model/cannot-finish.ts'
import { toolPath } from '../../../tools/tool-path.ts'

/** One program plays all roles of Argo CD, by the name that it is called. */
const roles = ['repo-server', 'application-controller', 'applicationset-controller', 'git-ask-pass']

/** A folder with everything that Argo CD calls by name, for its PATH. */
export function linkPrograms(state: string, argocd: string): string {
  const redis = findProgram('redis-server')
  if (!redis) throw new CannotFinish('redis-server is not installed, and Argo CD keeps its cache in it: install redis')
  const kustomize = toolPath('kustomize')
  if (!kustomize) throw new CannotFinish('kustomize is not installed, and Argo CD renders with it: npm run tools')
  const folder = join(state, 'bin')
  mkdirSync(folder)
  for (const role of roles) symlinkSync(argocd, join(folder, `argocd-${role}`))
  symlinkSync(kustomize, join(folder, 'kustomize'))
  symlinkSync(redis, join(folder, 'redis-server'))
  return folder
}

function findProgram(name: string): string | undefined {
  const candidates = (process.env.PATH ?? '').split(delimiter).map(folder => join(folder, name))
  return candidates.find(path => {
    try {
      accessSync(path, constants.X_OK)
      return true
    } catch {
      return false
    }
  })
}
