import type { Api } from '../api/api.ts'
import type { Engine } from '../engines/engine.ts'
import type { ScratchRepository } from '../git/scratch-repository.ts'
import type { GitServer } from '../git/serve-git.ts'

/** What a scenario plays on: a cluster whose FogFlow an engine keeps as a repository says. */
export interface Stage {
  readonly engine: Engine
  readonly api: Api
  readonly repository: ScratchRepository
  readonly git: GitServer
  /** Name of the cluster in the repository. */
  readonly cluster: string
}

/** What a scenario saw: how long the cluster took to be as Git says, and in words what else. */
export interface Seen {
  readonly seconds: number
  readonly remark: string
}

/**
 * Something that happens to a cluster. It begins with everything as Git says, and ends so, with the same objects: that is
 * checked after each. It throws where something is not as it has to be.
 */
export interface Scenario {
  readonly title: string
  readonly play: (stage: Stage) => Promise<Seen>
}
