import type { Node } from 'kustomize-ts'
import type { Detector } from '../defect.ts'
import { inKubernetes, isFogFlow } from '../facts.ts'
import { entriesAt, has, itemsAt, placeOf, textAt } from '../node.ts'

export const configChangeRollsPods = {
  code: 'config-change-rolls-pods',
  outcome: 'corrected',
  why: 'The file in the pod never changes, and nothing restarts the pod: a merged change of the config deploys nothing.',
  here: 'ConfigMaps carry the hash of their content in their name',
  *find(site) {
    for (const workload of inKubernetes(site).filter(isFogFlow)) {
      const {
        container,
        kubernetes: { pod, resource },
      } = workload
      const annotations = entriesAt(resource.root, 'spec', 'template', 'metadata', 'annotations')
      if (annotations.some(([key]) => /checksum|hash/.test(key))) continue
      for (const [index, mount] of itemsAt(container, 'volumeMounts').entries())
        if (has(mount, 'subPath') && isConfigMap(pod, textAt(mount, 'name')))
          yield {
            at: placeOf(container, 'volumeMounts', index, 'subPath'),
            message: 'one file of a ConfigMap with a fixed name is mounted by subPath',
          }
    }
  },
} satisfies Detector

const isConfigMap = (pod: Node, volume: string | undefined) =>
  itemsAt(pod, 'volumes').some(one => textAt(one, 'name') === volume && has(one, 'configMap'))
