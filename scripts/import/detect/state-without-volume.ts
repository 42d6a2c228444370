import type { Detector } from '../defect.ts'
import { has, itemsAt, keyPlaceOf, textAt } from '../node.ts'
import { mountedPaths } from '../read/read-compose.ts'
import { releaseOfImage } from '../release.ts'

export const stateWithoutVolume = {
  code: 'state-without-volume',
  outcome: 'corrected',
  why: 'Operators, topologies and intents are in /app/public/data/meta since 3.2.8 (designer/main.js): they are gone when the container is made anew.',
  here: 'the designer has a volume claim',
  *find(site) {
    for (const workload of site.workloads) {
      if (workload.component !== 'designer' || releaseOfImage(workload) !== '3.2.8') continue
      const { container, containerAt, kubernetes } = workload
      const paths = kubernetes
        ? itemsAt(container, 'volumeMounts').map(mount => textAt(mount, 'mountPath') ?? '')
        : mountedPaths(workload)
      if (paths.some(path => path !== '/app/config.json' && folder.startsWith(path))) continue
      const key = ['volumeMounts', 'volumes'].find(name => has(container, name))
      yield {
        at: key === undefined ? containerAt : keyPlaceOf(container, key),
        message: `the designer has no volume for ${folder}`,
      }
    }
  },
} satisfies Detector

const folder = '/app/public/data/meta'
