import type { Rule } from '../../model/rule.ts'
import { at, text } from '../read/field.ts'
import { configFinding, configsIn } from '../read/fogflow-config.ts'
import { mountAt } from '../read/mount.ts'
import { releaseOf, releaseOfTag } from '../read/program.ts'

const socket = '/var/run/docker.sock'

export const workerEngine = {
  id: 'worker-engine',
  severity: 'error',
  scope: 'cluster',
  summary:
    'A worker that runs its tasks through Docker has the socket of Docker; on Kubernetes its engine is kubernetes.',
  why: 'Every value but kubernetes and mec, and none at all, means Docker (worker/executor/executor.go:54-62). Without the socket the worker starts, and each task fails; the socket makes it root of its node.',
  fix: 'write "container_management": "kubernetes", with an app_namespace',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) {
      const field = at(config.json, 'worker', 'container_management')
      const engine = text(field)?.toLowerCase()
      // Older releases know Docker alone: what to do about that is told where the release is chosen.
      const isChosen = releaseOfTag(releaseOf(config.reader)) === '3.2.8'
      if (config.component !== 'worker' || !isChosen || engine === 'kubernetes' || engine === 'mec') continue
      if (mountAt(config.reader, socket)) continue
      const what = engine === undefined ? 'missing, which means docker' : `"${text(field)}"`
      yield configFinding(config, field, `worker.container_management is ${what}, but the worker has no ${socket}`)
    }
  },
} satisfies Rule
