import type { Position } from 'kustomize-ts'
import type { Release } from '../model/cluster.ts'
import { isFogFlow } from './facts.ts'
import { has, placeOf } from './node.ts'
import type { Config, Site, Workload } from './site.ts'

const releases: readonly Release[] = ['3.2', '3.2.2', '3.2.6', '3.2.8']

/** The release that an image belongs to: a numbered tag's own; everything else is built from the newest source. */
export function releaseOfImage({ tag }: Pick<Workload, 'tag'>): Release {
  return releases.find(release => release === tag) ?? '3.2.8'
}

/** Whether a tag says one release, and not whatever is newest (latest, k8s, arm, none). */
export const isNumbered = ({ tag }: Pick<Workload, 'tag'>): boolean => releases.some(release => release === tag)

/** The release that a site runs, with what tells it. */
export interface FoundRelease {
  readonly release: Release
  readonly at?: Position
  /** Whether the source tells it, or it is only the newest. */
  readonly isSure: boolean
}

/** By the images; of a config without images, by its keys. */
export function findRelease(site: Site): FoundRelease {
  const images = site.workloads.filter(isFogFlow)
  const told = images.find(isNumbered) ?? images[0]
  if (told?.image) return { release: releaseOfImage(told), at: told.image.at, isSure: true }
  return guessByKeys(site.configs)
}

/** Keys that came with a release (common/config/config.go of its tag). */
function guessByKeys(configs: readonly Config[]): FoundRelease {
  const [config] = configs
  if (config === undefined) return { release: '3.2.8', isSure: false }
  const at = placeOf(config.root)
  if (hasKeysOf328(config)) return { release: '3.2.8', at, isSure: true }
  if (has(config.root, 'internal_hostip') || has(config.root, 'external_hostip'))
    return { release: '3.2', at, isSure: true }
  return { release: '3.2.8', at, isSure: false }
}

/** Whether a config has a key that only 3.2.8 reads: it was written for it. */
export function hasKeysOf328({ root }: Config): boolean {
  const keys = [
    ['worker', 'container_management'],
    ['worker', 'app_namespace'],
    ['worker', 'heartbeat_interval'],
    ['broker', 'heartbeat_interval'],
    ['master', 'rest_api_port'],
    ['designer', 'host_ip'],
  ]
  return keys.some(path => has(root, ...path))
}
