import { describeIoError } from './describe-io-error.ts'
import type { Loader } from './loader.ts'

/** The loader of the folder that a build starts from; undefined, after a report, where it is no folder. */
export function openRoot(
  directory: string,
  settings: Pick<Loader, 'fileSystem' | 'restrictor' | 'cache' | 'report'>,
): Loader | undefined {
  const at = { file: directory, line: 1, column: 1 }
  try {
    const stat = settings.fileSystem.stat(directory)
    if (stat?.kind === 'directory') return { ...settings, root: settings.fileSystem.realPath(directory), referrers: [] }
    const message = stat === undefined ? `there is no folder ${directory}` : `${directory} is a file, not a folder`
    const fix = 'name the folder that has the kustomization'
    settings.report({
      code: stat === undefined ? 'file-not-found' : 'not-a-folder',
      severity: 'error',
      message,
      fix,
      source: at,
    })
  } catch (error) {
    settings.report(describeIoError(error, { text: directory, at }))
  }
  return undefined
}
