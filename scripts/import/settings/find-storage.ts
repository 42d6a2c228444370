import { inKubernetes } from '../facts.ts'
import { itemsAt, scalarAt, textAt } from '../node.ts'
import type { Site } from '../site.ts'
import type { Setting } from './setting.ts'

/** The sizes of the claims that designer and dgraph mount, and their class. */
export function findStorage(site: Site): readonly Setting[] {
  return ['designer', 'dgraph'].flatMap(component => {
    const pods = inKubernetes(site).filter(workload => workload.component === component)
    const names = pods.flatMap(({ kubernetes }) =>
      itemsAt(kubernetes.pod, 'volumes').map(volume => textAt(volume, 'persistentVolumeClaim', 'claimName')),
    )
    const claim = site.resources.find(({ id }) => id.kind === 'PersistentVolumeClaim' && names.includes(id.name))
    const size = scalarAt(claim?.root, 'spec', 'resources', 'requests', 'storage')
    const className = scalarAt(claim?.root, 'spec', 'storageClassName')
    return [
      ...(className?.text ? [{ path: ['storage', 'className'], value: className.text, at: className.at }] : []),
      ...(size ? [{ path: ['storage', 'sizes', component], value: size.text, at: size.at }] : []),
    ]
  })
}
