import { quote } from '../../schema/quote.ts'
import type { Detector } from '../defect.ts'
import { entriesAt, has, keyPlaceOf, textAt } from '../node.ts'

export const pvHostpath = {
  code: 'pv-hostpath',
  outcome: 'corrected',
  why: 'The data stays on whichever node the pod ran on; elsewhere the component starts empty.',
  here: 'a claim of the default StorageClass (or storage.className); data is not carried over',
  *find(site) {
    for (const { id, root } of site.resources)
      if (id.kind === 'PersistentVolume' && has(root, 'spec', 'hostPath') && !has(root, 'spec', 'nodeAffinity'))
        yield {
          at: keyPlaceOf(root, 'spec', 'hostPath'),
          message: `the volume is the folder ${quote(textAt(root, 'spec', 'hostPath', 'path'))} of some node`,
        }
    for (const values of site.values)
      for (const [name, value] of entriesAt(values))
        if (has(value, 'hostPath'))
          yield {
            at: keyPlaceOf(value, 'hostPath'),
            message: `${name} is the path ${quote(textAt(value, 'hostPath', 'path'))} of some node`,
          }
  },
} satisfies Detector
