import type { Release } from '../../model/cluster.ts'
import type { Detector } from '../defect.ts'
import { has, keyPlaceOf } from '../node.ts'
import { findRelease } from '../release.ts'

export const configUnreadKey = {
  code: 'config-unread-key',
  outcome: 'corrected',
  why: 'FogFlow ignores keys that it does not know: what the value was meant for does not happen.',
  here: 'the same is said with the keys that the release reads',
  *find(site) {
    const { release, isSure } = findRelease(site)
    if (!isSure) return
    for (const { root } of site.configs)
      for (const { path, readBy } of limited)
        if (has(root, ...path) && !readBy.includes(release))
          yield { at: keyPlaceOf(root, ...path), message: `release ${release} does not read ${path.join('.')}` }
  },
} satisfies Detector

interface LimitedKey {
  readonly path: readonly string[]
  readonly readBy: readonly Release[]
}

/** Keys that not every release reads: common/config/config.go and designer/main.js of each tag. */
const limited: readonly LimitedKey[] = [
  ...['external_hostip', 'internal_hostip'].map((key): LimitedKey => ({ path: [key], readBy: ['3.2'] })),
  ...['discovery', 'broker', 'master', 'rabbitmq'].map(
    (part): LimitedKey => ({ path: [part, 'host_ip'], readBy: ['3.2.6', '3.2.8'] }),
  ),
  { path: ['designer', 'host_ip'], readBy: ['3.2.8'] },
  { path: ['persistent_storage'], readBy: ['3.2', '3.2.2', '3.2.6'] },
]
