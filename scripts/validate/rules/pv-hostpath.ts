import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, isSet, pathOf, text } from '../read/field.ts'

export const pvHostpath = {
  id: 'pv-hostpath',
  severity: 'warning',
  scope: 'resource',
  summary: 'A PersistentVolume in a folder of a node says which node.',
  why: 'The scheduler may put the pod on another node, where the folder is empty: what the designer wrote seems lost (Kubernetes, "Volumes", hostPath: for tests on one node only).',
  fix: 'let a StorageClass make the volume, or use `local` with nodeAffinity',
  kinds: ['PersistentVolume'],
  *check(resource) {
    const spec = fieldOf(resource, 'spec')
    const hostPath = at(spec, 'hostPath')
    if (!isSet(hostPath) || isSet(at(spec, 'nodeAffinity', 'required'))) return
    const message = `the volume is the folder ${JSON.stringify(text(hostPath, 'path') ?? '')} of whichever node the pod runs on`
    yield { path: pathOf(hostPath), at: 'key', message }
  },
} satisfies Rule
