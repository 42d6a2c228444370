import type { Detector } from '../defect.ts'
import { has, placeOf } from '../node.ts'

export const pvcBinding = {
  code: 'pvc-binding',
  outcome: 'corrected',
  why: 'With a default StorageClass the claim is filled from there, and the volume made by hand stays unused.',
  here: 'one claim, of the default StorageClass or storage.className',
  *find({ resources }) {
    const volumes = resources.filter(({ id }) => id.kind === 'PersistentVolume')
    if (volumes.length === 0) return
    for (const { id, root } of resources) {
      const isLoose =
        (id.kind === 'PersistentVolumeClaim' && !has(root, 'spec', 'volumeName')) ||
        (id.kind === 'PersistentVolume' && !has(root, 'spec', 'claimRef'))
      if (isLoose && !has(root, 'spec', 'storageClassName'))
        yield {
          at: placeOf(root, 'spec', 'storageClassName'),
          message: `${id.kind} "${id.name}" names neither a storageClassName nor its counterpart`,
        }
    }
  },
} satisfies Detector
