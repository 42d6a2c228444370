import { inCompose, inKubernetes, isFogFlow } from '../facts.ts'
import { itemsAt, textAt } from '../node.ts'
import { mountedPaths } from '../read/read-compose.ts'
import { findRelease, isNumbered } from '../release.ts'
import type { Site } from '../site.ts'
import type { Context } from './context.ts'
import type { Setting } from './setting.ts'

/** The release, and what older ones need to run tasks. */
export function findReleaseSettings(site: Site, { cloudRelease }: Context): readonly Setting[] {
  const found = findRelease(site)
  const isNamed = site.workloads.some(workload => isFogFlow(workload) && isNumbered(workload))
  const isCloudsOwn = cloudRelease !== undefined && !isNamed && cloudRelease !== found.release
  const { release, at } = isCloudsOwn ? { ...found, release: cloudRelease } : found
  const unsure = found.isSure ? undefined : 'neither images nor keys of the source tell the release: this is the newest'
  const decide = isCloudsOwn ? 'the images of the source name no release: this is the one of its cloud' : unsure
  const own: Setting = { path: ['release'], value: release, at, decide }
  if (release === '3.2.8' || !usesDocker(site)) return [own]
  const why = `release ${release} runs tasks through the Docker of its node only: delete this where the nodes have none`
  return [own, { path: ['features'], value: ['docker-tasks'], at, decide: why }]
}

function usesDocker(site: Site): boolean {
  const socket = '/var/run/docker.sock'
  return (
    inCompose(site).some(workload => mountedPaths(workload).includes(socket)) ||
    inKubernetes(site).some(({ kubernetes: { pod } }) =>
      itemsAt(pod, 'volumes').some(volume => textAt(volume, 'hostPath', 'path') === socket),
    )
  )
}
