import type { Detector, Finding } from '../defect.ts'
import { isFogFlow, readersOf } from '../facts.ts'
import { has } from '../node.ts'
import { findRelease, hasKeysOf328, isNumbered, releaseOfImage } from '../release.ts'
import type { Config, Site, Workload } from '../site.ts'

export const releaseConfigAgreement = {
  code: 'release-config-agreement',
  outcome: 'corrected',
  why: 'Each release reads other keys and ignores the rest in silence: the config means something else than it says.',
  here: 'one release for all components, with a config made for it',
  *find(site) {
    for (const workload of site.workloads.filter(isFogFlow)) {
      const configs = site.configs.filter(config => readersOf(config, site).includes(workload))
      yield* judge(workload, configs, site)
    }
  },
} satisfies Detector

function judge(workload: Workload, configs: readonly Config[], site: Site): readonly Finding[] {
  const { image } = workload
  if (image === undefined) return []
  const { release } = findRelease(site)
  const told = releaseOfImage(workload)
  const what = `the image "${image.text}" is of release ${told}${isNumbered(workload) ? '' : ' or newer'}`
  if (told !== release) return [{ at: image.at, message: `${what}, another one is of ${release}` }]
  const isOld = configs.some(config => has(config.root, 'persistent_storage') || !hasKeysOf328(config))
  return told === '3.2.8' && isOld
    ? [{ at: image.at, message: `${what}, and its config is written for an older one` }]
    : []
}
