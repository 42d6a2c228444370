import type { Diagnostic } from '../model/diagnostic.ts'
import type { WrittenPath } from './loader.ts'

/** What kustomize takes for the address of a Git repository or of a file on the web. */
const remotePattern =
  /^(?:https?|ssh|git|file):\/\/|^git::|^(?:[\w.-]+@)?[\w.-]+\.[a-z]{2,}[:/].*|[?&](?:ref|version|timeout|submodules)=|\.git(?:\/|$|\?)|_git\//i

/** Whether a path of which there is nothing on the disk looks like an address on the network. */
export function isRemote(path: string): boolean {
  return remotePattern.test(path)
}

export function refuseRemote(loader: { report(diagnostic: Diagnostic): void }, path: WrittenPath): undefined {
  loader.report({
    code: 'remote-resource',
    severity: 'error',
    message: `"${path.text}" is on the network; kustomize-ts reads local files only`,
    fix: 'copy it into the repository (a vendored base, or a Git submodule), and name the copy here',
    source: path.at,
  })
  return undefined
}
