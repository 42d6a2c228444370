import { CannotFinish } from '../model/cannot-finish.ts'
import type { ForgeAccess } from '../model/environment.ts'
import type { Forge } from './forge.ts'
import { createForge } from './octokit/create-forge.ts'

/** The forge of the repository. Throws CannotFinish where there is no token, or nobody says which repository it is. */
export async function openForge(access: ForgeAccess | undefined, origin: string | undefined): Promise<Forge> {
  if (access === undefined)
    throw new CannotFinish(
      "there is no GITHUB_TOKEN: give that of a GitHub App (pull requests of a workflow's own token start no checks); only --dry-run needs none",
    )
  const repository = access.repository ?? (origin === undefined ? undefined : readOrigin(origin))
  if (repository === undefined)
    throw new CannotFinish('set GITHUB_REPOSITORY to owner/name: the clone has no origin that tells it')
  return createForge(access, repository)
}

/** `https://host/owner/name.git` and `git@host:owner/name.git` → `owner/name`. */
function readOrigin(url: string): string | undefined {
  const [, owner, name] = /[/:]([^/:]+)\/([^/]+?)(?:\.git)?\/?$/.exec(url.trim()) ?? []
  return owner === undefined || name === undefined ? undefined : `${owner}/${name}`
}
