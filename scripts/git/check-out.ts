import { join } from 'node:path'
import { type GitOptions, runGit } from './git.ts'
import { openTemporaryFolder } from './temporary-folder.ts'

/** The files of a commit or tree in a folder of their own: neither the work tree nor the index of the clone is touched. */
export interface CheckOut {
  /** Absolute. */
  readonly root: string
  remove(): void
}

/** Writes the files of a commit or tree into a temporary folder; where folders are named, only those in them. */
export async function checkOut(
  root: string,
  tree: string,
  objects: GitOptions['env'] = {},
  folders: readonly string[] = [],
): Promise<CheckOut> {
  const { path: folder, remove } = openTemporaryFolder()
  const env = { ...objects, GIT_INDEX_FILE: join(folder, 'index') }
  const files = join(folder, 'files')
  await runGit(root, ['read-tree', tree], { env })
  const list = folders.length === 0 ? undefined : ['ls-files', '-z', '--', ...folders.map(name => `:/${name}/`)]
  const input = list && (await runGit(root, list, { env }))
  const which = input === undefined ? ['--all'] : ['--stdin', '-z']
  const options = { env, ...(input !== undefined && { input }) }
  await runGit(root, ['checkout-index', ...which, '--quiet', `--prefix=${files}/`], options)
  return { root: files, remove }
}

/** The files that differ between two commits or trees, or between one and the work tree, new ones included. */
export async function listChanged(
  root: string,
  before: string,
  after?: string,
  env: GitOptions['env'] = {},
): Promise<readonly string[]> {
  const diff = ['diff', '--name-only', '--no-renames', '-z', before, ...(after === undefined ? [] : [after]), '--']
  const unknown = ['ls-files', '--others', '--exclude-standard', '-z']
  const lists = [await runGit(root, diff, { env }), after === undefined ? await runGit(root, unknown) : '']
  return lists.flatMap(list => list.split('\0')).filter(file => file !== '')
}
