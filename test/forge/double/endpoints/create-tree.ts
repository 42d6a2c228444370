import type { Endpoint } from '../endpoint.ts'
import { isObject } from '../git/refs.ts'
import { runGit } from '../git/run-git.ts'
import { type TreeEntry, writeTree } from '../git/write-tree.ts'
import { Refusal } from '../refusal.ts'
import type { World } from '../world.ts'

/** https://docs.github.com/en/rest/git/trees#create-a-tree */
export const createTree = {
  method: 'POST',
  path: '/repos/{owner}/{repo}/git/trees',
  needs: { contents: 'write' },
  answer(world, { body }) {
    const { base_tree: base, tree } = body as { base_tree?: string; tree: (TreeEntry & { path: string })[] }
    if (base !== undefined && !isObject(world.folder, base, 'tree'))
      throw new Refusal(422, 'base_tree is not a valid tree oid')
    const malformed = tree.find(({ path }) => path.split('/').some(part => ['', '.', '..', '.git'].includes(part)))
    if (malformed) throw new Refusal(422, 'tree.path contains a malformed path component')
    requireThere(world, base, tree)
    return { status: 201, body: toTree(world, writeTree(world.folder, base, tree)) }
  },
} satisfies Endpoint

/** GitHub does not delete what is not there: it fails over it. */
function requireThere({ folder }: World, base: string | undefined, tree: readonly TreeEntry[]): void {
  const gone = tree.filter(({ sha, content }) => content === undefined && sha === null).map(({ path }) => path)
  if (gone.length === 0) return
  const there = base === undefined ? [] : runGit(folder, ['ls-tree', '-rtz', '--name-only', base]).split('\0')
  const known = new Set(there)
  if (gone.some(path => !known.has(path))) throw new Refusal(422, 'GitRPC::BadObjectState')
}

function toTree({ folder, url, owner, name }: World, sha: string) {
  const git = `${url}/repos/${owner}/${name}/git`
  const lines = runGit(folder, [
    'ls-tree',
    '-z',
    '--format=%(objectmode) %(objecttype) %(objectname) %(objectsize) %(path)',
    sha,
  ])
  const tree = lines
    .split('\0')
    .filter(Boolean)
    .map(line => {
      const [mode = '', type = '', id = '', size = '', ...path] = line.split(' ')
      const kind = type === 'tree' ? { url: `${git}/trees/${id}` } : { url: `${git}/blobs/${id}`, size: Number(size) }
      return { path: path.join(' '), mode, type, sha: id, ...kind }
    })
  return { sha, url: `${git}/trees/${sha}`, tree, truncated: false }
}
