import { at, type Field, isSet, items } from '../field.ts'
import type { Pod } from '../pod.ts'
import { nearest } from '../suggest.ts'
import { type Context, contextsOf, hasOwnUsers, isOfWindows } from './context.ts'
import { baseline, restricted, type Violation } from './violation.ts'

/** What "baseline" lets a container add (k8s.io/pod-security-admission v0.37.0, policy/check_capabilities_baseline.go). */
const capabilities = new Set(
  'AUDIT_WRITE CHOWN DAC_OVERRIDE FOWNER FSETID KILL MKNOD NET_BIND_SERVICE SETFCAP SETGID SETPCAP SETUID SYS_CHROOT'.split(
    ' ',
  ),
)

/** Rights inside the container that are too many, where they are written. */
export function* rightsViolations(pod: Pod, minor: number): Iterable<Violation> {
  for (const context of contextsOf(pod)) {
    if (!isSet(context.field)) continue
    yield* addedCapabilities(context)
    if (context.container && !isOfWindows(pod)) yield* ownRights(context, minor)
    if (minor < 35 || !hasOwnUsers(pod)) yield* root(context, minor)
  }
}

function* addedCapabilities({ field, who, container }: Context): Iterable<Violation> {
  for (const added of container ? items(field, 'capabilities', 'add') : []) {
    const name = String(added.value)
    const message = `${who} adds the capability ${name}`
    if (!capabilities.has(name)) yield baseline('dangerous-capabilities', added, message)
    else if (name !== 'NET_BIND_SERVICE') yield restricted('', added, message)
  }
}

function* ownRights({ field, who }: Context, minor: number): Iterable<Violation> {
  const escalation = at(field, 'allowPrivilegeEscalation')
  if (escalation.value === true)
    yield restricted('privilege-escalation-container', escalation, `allowPrivilegeEscalation of ${who} is true`)
  const drop = at(field, 'capabilities', 'drop')
  if (minor >= 22 && isSet(drop) && !dropsAll(drop))
    yield restricted('drop-all-capabilities', drop, `${who} does not drop ALL capabilities`)
}

/** A word that is nearly ALL is told of by unknown-value. */
const dropsAll = (drop: Field): boolean =>
  items(drop).some(({ value }) => value === 'ALL' || nearest(String(value), ['ALL']) !== undefined)

/** Both settings say one thing, so that one finding does. */
function* root({ field, who }: Context, minor: number): Iterable<Violation> {
  const [nonRoot, user] = [at(field, 'runAsNonRoot'), at(field, 'runAsUser')]
  const isUser = user.value === 0 && minor >= 23
  if (nonRoot.value === false) {
    const message = `${who} may be root: runAsNonRoot is false${isUser ? ', and runAsUser 0' : ''}`
    yield restricted('run-as-non-root', nonRoot, message)
  } else if (isUser) yield restricted('run-as-non-root', user, `${who} is root: runAsUser is 0`)
}
