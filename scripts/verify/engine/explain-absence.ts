import type { Problem } from '../check.ts'
import { readOptional } from '../kube/read-optional.ts'
import type { Scene } from '../scene.ts'
import { type Installation, installationOf } from './installation-of.ts'

/** Whether the API server has what an installation of an engine brings along. */
export const isInstalled = async (scene: Scene, { group }: Installation): Promise<boolean> =>
  (await readOptional(scene, `/apis/${group}`)) !== undefined

/** Why an engine has nothing of a cluster: it is not installed, or nobody has told it. One cause, however many objects are missing. */
export async function explainAbsence(scene: Scene): Promise<Problem> {
  const { cluster } = scene
  const installation = installationOf(cluster.settings.engine, cluster.name)
  const { engine, group, install, bootstrap, inspect } = installation
  if (!(await isInstalled(scene, installation)))
    return {
      message: `${engine} is not installed: the API server does not know its API group "${group}", so that no commit arrives`,
      fix: `${install}, then: ${bootstrap}`,
    }
  return {
    message: `${engine} is installed and has nothing of cluster ${cluster.name}: no commit arrives until somebody tells it`,
    fix: `${bootstrap}; ${inspect}`,
  }
}
