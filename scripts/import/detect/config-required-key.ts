import type { Release } from '../../model/cluster.ts'
import type { Detector } from '../defect.ts'
import { componentsOf, inKubernetes } from '../facts.ts'
import { has, keyPlaceOf, textAt } from '../node.ts'
import { findRelease } from '../release.ts'
import type { Component, Config, Site } from '../site.ts'

export const configRequiredKey = {
  code: 'config-required-key',
  outcome: 'corrected',
  why: 'Go reads a missing key as zero and says nothing; the component starts and does its work wrongly.',
  here: "each component's config has every key that its release reads",
  *find(site) {
    const { release, isSure } = findRelease(site)
    for (const config of site.configs)
      for (const { path, effect } of required.filter(need =>
        isNeeded(need, config, site, isSure ? release : undefined),
      ))
        if (!has(config.root, ...path))
          yield { at: keyPlaceOf(config.root, ...path), message: `${path.join('.')} is missing: ${effect}` }
  },
} satisfies Detector

interface Need {
  readonly path: readonly [string, string]
  readonly by: Component
  readonly since?: Release
  readonly onlyInKubernetes?: true
  readonly effect: string
}

/** What a key does when it is absent, with the place in FogFlow's source that says so. */
const required: readonly Need[] = [
  // master/master.go:146-154: their product is how long a worker may be silent.
  ...(['heartbeat_interval', 'detection_duration'] as const).map(
    (key): Need => ({
      path: ['worker', key],
      by: 'master',
      since: '3.2.8',
      effect: 'the master forgets every worker each second, so that hardly a task is given to one',
    }),
  ),
  // discovery/fastDiscovery.go:522-532
  {
    path: ['broker', 'heartbeat_interval'],
    by: 'discovery',
    since: '3.2.8',
    effect: 'discovery forgets every broker within 2 s',
  },
  // designer/main.js:136
  {
    path: ['master', 'rest_api_port'],
    by: 'master',
    since: '3.2.8',
    effect: 'the master listens on a random port, and the designer calls port "undefined"',
  },
  // worker/kubernetes.go:38
  {
    path: ['worker', 'app_namespace'],
    by: 'worker',
    since: '3.2.8',
    onlyInKubernetes: true,
    effect: 'the worker makes its tasks in no namespace, which is refused: no task ever starts',
  },
  // worker/executor.go:54-62
  {
    path: ['worker', 'container_management'],
    by: 'worker',
    since: '3.2.8',
    onlyInKubernetes: true,
    effect: 'the worker looks for Docker, and no task ever starts',
  },
  // common/datamodel/datamodel.go:287-293
  { path: ['worker', 'capacity'], by: 'worker', effect: 'the worker counts as overloaded and is never chosen' },
  { path: ['discovery', 'http_port'], by: 'broker', effect: 'every call to discovery goes to port 0' },
  { path: ['broker', 'http_port'], by: 'broker', effect: 'the broker listens on a random port' },
  { path: ['rabbitmq', 'port'], by: 'worker', effect: 'RabbitMQ is called at port 0' },
]

function isNeeded(
  { by, since, onlyInKubernetes }: Need,
  config: Config,
  site: Site,
  release: Release | undefined,
): boolean {
  if (since !== undefined && release !== since) return false
  if (onlyInKubernetes && !runsInKubernetes(config, site)) return false
  return componentsOf(config, site).includes(by)
}

function runsInKubernetes({ root }: Config, site: Site): boolean {
  return textAt(root, 'worker', 'container_management')?.toLowerCase() === 'kubernetes' || inKubernetes(site).length > 0
}
