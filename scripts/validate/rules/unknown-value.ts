import type { Resource } from '../../model/resource.ts'
import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, entries, type Field, fieldOf, isSet, items, pathOf } from '../read/field.ts'
import { podOf } from '../read/pod.ts'
import { suggest } from '../read/suggest.ts'

interface Choice {
  readonly field: Field
  readonly value: string
  readonly allowed: readonly string[]
}

/** Linux capabilities (capabilities(7)) and ALL. */
const capabilities =
  'ALL AUDIT_CONTROL AUDIT_READ AUDIT_WRITE BLOCK_SUSPEND BPF CHECKPOINT_RESTORE CHOWN DAC_OVERRIDE DAC_READ_SEARCH FOWNER FSETID IPC_LOCK IPC_OWNER KILL LEASE LINUX_IMMUTABLE MAC_ADMIN MAC_OVERRIDE MKNOD NET_ADMIN NET_BIND_SERVICE NET_BROADCAST NET_RAW PERFMON SETFCAP SETGID SETPCAP SETUID SYSLOG SYS_ADMIN SYS_BOOT SYS_CHROOT SYS_MODULE SYS_NICE SYS_PACCT SYS_PTRACE SYS_RAWIO SYS_RESOURCE SYS_TIME SYS_TTY_CONFIG WAKE_ALARM'.split(
    ' ',
  )

export const unknownValue = {
  id: 'unknown-value',
  severity: 'error',
  scope: 'resource',
  summary:
    'A field that takes one of a few words has one of them, where the published schemas only say that it is text.',
  why: 'The API server or the container runtime refuses the object when it is applied, and the sync fails with it.',
  fix: 'write one of the words that Kubernetes knows',
  *check(resource) {
    for (const { field, value, allowed } of choicesIn(resource))
      if (!allowed.includes(value))
        yield {
          path: pathOf(field),
          at: typeof field.value === 'string' ? 'value' : 'key',
          message: `"${value}" is not one of the words that Kubernetes knows here`,
          ...suggest(value, allowed, `write one of: ${allowed.join(', ')}`),
        }
  },
} satisfies Rule

function choicesIn(resource: Resource): readonly Choice[] {
  const spec = fieldOf(resource, 'spec')
  if (resource.id.kind === 'NetworkPolicy') return chosen(items(spec, 'policyTypes'), ['Ingress', 'Egress'])
  if (resource.id.kind === 'LimitRange') return items(spec, 'limits').flatMap(limitChoices)
  const pod = podOf(resource)
  const media = pod ? items(pod.spec, 'volumes').map(volume => at(volume, 'emptyDir', 'medium')) : []
  return [
    ...chosen(media, ['', 'Memory', 'HugePages', 'HugePages-2Mi', 'HugePages-1Gi']),
    ...containersIn(resource).flatMap(({ field }) =>
      chosen(
        ['add', 'drop'].flatMap(key => items(field, 'securityContext', 'capabilities', key)),
        capabilities,
      ),
    ),
  ]
}

function limitChoices(limit: Field): readonly Choice[] {
  const names = ['cpu', 'memory', 'ephemeral-storage', 'storage']
  const bounds = ['default', 'defaultRequest', 'max', 'min', 'maxLimitRequestRatio'].flatMap(key => entries(limit, key))
  return [
    ...chosen([at(limit, 'type')], ['Container', 'Pod', 'PersistentVolumeClaim']),
    ...bounds.map(field => ({ field: { ...field, value: undefined }, value: String(field.key), allowed: names })),
  ]
}

function chosen(fields: readonly Field[], allowed: readonly string[]): readonly Choice[] {
  return fields.filter(isSet).map(field => ({ field, value: String(field.value), allowed }))
}
