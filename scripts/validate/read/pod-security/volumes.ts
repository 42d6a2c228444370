import { entries, items, pathOf, text } from '../field.ts'
import type { Pod } from '../pod.ts'
import type { Violation } from './violation.ts'

/** The volumes of "restricted" (k8s.io/pod-security-admission v0.37.0, policy/check_restrictedVolumes.go). */
const allowed = new Set([
  'configMap',
  'csi',
  'downwardAPI',
  'emptyDir',
  'ephemeral',
  'image',
  'persistentVolumeClaim',
  'projected',
  'secret',
])

/** hostPath is told of already: "baseline" refuses it, too. */
export function* volumeViolations(pod: Pod): Iterable<Violation> {
  for (const volume of items(pod.spec, 'volumes'))
    for (const { key } of entries(volume)) {
      const type = String(key)
      if (type === 'name' || type === 'hostPath' || allowed.has(type)) continue
      const message = `volume "${text(volume, 'name')}" is of type ${type}`
      yield { rule: '', level: 'restricted', path: pathOf(volume, type), at: 'key', message }
    }
}
