import { at, type Field, isSet, items, text, texts } from '../field.ts'
import type { Pod } from '../pod.ts'
import { type Context, contextsOf, hasOwnUsers } from './context.ts'
import { baseline, restricted, type Violation } from './violation.ts'

/** k8s.io/pod-security-admission v0.37.0, policy/check_seLinuxOptions.go; container_engine_t since 1.31. */
const selinuxTypes = ['', 'container_t', 'container_init_t', 'container_kvm_t']

/** What takes a pod out of the confinement that every pod has, which "baseline" refuses. */
export function* confinementViolations(pod: Pod, minor: number): Iterable<Violation> {
  for (const context of contextsOf(pod)) {
    if (!isSet(context.field)) continue
    yield* unconfined(context, ['seccompProfile', 'type'], ['RuntimeDefault', 'Localhost'], 'seccomp')
    yield* unconfined(context, ['appArmorProfile', 'type'], ['RuntimeDefault', 'Localhost'], 'AppArmor')
    const types = minor >= 31 ? [...selinuxTypes, 'container_engine_t'] : selinuxTypes
    yield* unconfined(context, ['seLinuxOptions', 'type'], types, 'SELinux')
    yield* unconfined(context, ['seLinuxOptions', 'user'], [''], 'SELinux')
    yield* unconfined(context, ['seLinuxOptions', 'role'], [''], 'SELinux')
    yield* unmasked(context, pod, minor)
  }
  for (const [key, value] of Object.entries(texts(pod.metadata, 'annotations')))
    if (key.startsWith(appArmor) && !/^(runtime\/default|localhost\/.*|)$/.test(value))
      yield baseline('unconfined-profile', at(pod.metadata, 'annotations', key), `the AppArmor profile is "${value}"`)
}

const appArmor = 'container.apparmor.security.beta.kubernetes.io/'

function* unconfined({ field, who }: Context, path: readonly string[], allowed: readonly string[], what: string) {
  const setting = at(field, ...path)
  if (isSet(setting) && !allowed.includes(String(setting.value)))
    yield baseline(
      'unconfined-profile',
      setting,
      `${path.at(-1)} of the ${what} profile of ${who} is "${setting.value}"`,
    )
}

/** A pod with users of its own may see all of its /proc since 1.35, yet not under "restricted". */
function* unmasked({ field, who, container }: Context, pod: Pod, minor: number): Iterable<Violation> {
  const mount = at(field, 'procMount')
  if (!container || !isSet(mount) || mount.value === 'Default') return
  const refuse = minor >= 35 && hasOwnUsers(pod) ? restricted : baseline
  yield refuse('unsafe-proc-mount', mount, `procMount of ${who} is "${mount.value}"`)
}

/** The sysctls that are one pod's alone, by the version since which they are (policy/check_sysctls.go). */
const sysctls: readonly (readonly [number, string])[] = [
  [0, 'kernel.shm_rmid_forced'],
  [0, 'net.ipv4.ip_local_port_range'],
  [0, 'net.ipv4.tcp_syncookies'],
  [0, 'net.ipv4.ping_group_range'],
  [0, 'net.ipv4.ip_unprivileged_port_start'],
  [27, 'net.ipv4.ip_local_reserved_ports'],
  [29, 'net.ipv4.tcp_keepalive_time'],
  [29, 'net.ipv4.tcp_fin_timeout'],
  [29, 'net.ipv4.tcp_keepalive_intvl'],
  [29, 'net.ipv4.tcp_keepalive_probes'],
  [32, 'net.ipv4.tcp_rmem'],
  [32, 'net.ipv4.tcp_wmem'],
  [37, 'net.ipv4.tcp_slow_start_after_idle'],
  [37, 'net.ipv4.tcp_notsent_lowat'],
]

export function* sysctlViolations(pod: Pod, minor: number): Iterable<Violation> {
  for (const sysctl of items(pod.spec, 'securityContext', 'sysctls')) {
    const name = text(sysctl, 'name') ?? ''
    if (!sysctls.some(([since, safe]) => safe === name && since <= minor))
      yield baseline('unsafe-sysctls', nameOf(sysctl), `the pod sets "${name}", which is not its own`)
  }
}

const nameOf = (sysctl: Field) => at(sysctl, 'name')
