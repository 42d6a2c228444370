import { isDeepStrictEqual } from 'node:util'
import { formatKind, isJsonText, isMap } from './field.ts'

/** Lists of which the order means nothing: Kubernetes merges them by key, or takes any one that fits. */
const unordered =
  /(^|\.)(env|ports|volumes|volumeMounts|containers|items|tolerations|topologySpreadConstraints|matchExpressions|matchLabelKeys|nodeSelectorTerms|policyTypes|ingress|egress|from|to|accessModes|subjects|verbs|resources|apiGroups|apiVersions|operations|resourceRules|matchConditions|hosts|drop|externalIPs|volumeClaimTemplates|limits)$/

/** Those of them in which an element may stand twice and counts once; twice in any other is refused, or judged by a rule. */
const sets = new RegExp(
  [
    String.raw`\.(tolerations|matchExpressions|matchLabelKeys|nodeSelectorTerms|env|configMap\.items)$`,
    String.raw`\.(policyTypes|ingress|egress|from|to|accessModes|verbs|resources|apiGroups|drop|externalIPs)$`,
    String.raw`\.(apiVersions|operations|resourceRules)$`,
    String.raw`^NetworkPolicy .*\.ports$`,
    '^Role(Binding)? (rules|subjects)$',
    '^Ingress .*(rules|paths|tls|hosts)$',
  ].join('|'),
)

interface Default {
  readonly field: RegExp
  readonly value: unknown
}

const container = String.raw`(initContainers|containers)\[\]\.`

/** What the API server writes where nothing is said (k8s.io/kubernetes, pkg/apis/.../defaults.go). */
const defaults: readonly Default[] = [
  { field: /\.ports\[\]\.protocol$/, value: 'TCP' },
  { field: /^(Deployment|StatefulSet) spec\.replicas$/, value: 1 },
  { field: /^Service spec\.type$/, value: 'ClusterIP' },
  { field: /^Service spec\.publishNotReadyAddresses$/, value: false },
  { field: /\.tolerations\[\]\.operator$/, value: 'Equal' },
  { field: /\.terminationGracePeriodSeconds$/, value: 30 },
  { field: new RegExp(`${container}\\w+Probe\\.periodSeconds$`), value: 10 },
  { field: new RegExp(`${container}\\w+Probe\\.timeoutSeconds$`), value: 1 },
  { field: /^ServiceAccount automountServiceAccountToken$/, value: true },
  { field: /\.securityContext\.runAsNonRoot$/, value: false },
  { field: /^(Deployment|StatefulSet) spec\.template\.spec\.shareProcessNamespace$/, value: false },
]

/** What a policy is for where it does not say (Kubernetes, "Network Policies", policyTypes). */
function withPolicyTypes(kind: string, value: unknown): unknown {
  if (kind !== 'NetworkPolicy' || !isMap(value) || !isMap(value.spec) || value.spec.policyTypes !== undefined)
    return value
  const policyTypes = value.spec.egress === undefined ? ['Ingress'] : ['Ingress', 'Egress']
  return { ...value, spec: { ...value.spec, policyTypes } }
}

/** Whether two objects are the same to the API server, and a config.json to FogFlow. */
export function isSameToServer(kind: string, before: unknown, after: unknown): boolean {
  return isDeepStrictEqual(normalizeObject(kind, before), normalizeObject(kind, after))
}

function normalizeObject(kind: string, value: unknown): unknown {
  return normalize(kind, withPolicyTypes(kind, value), [])
}

/** A quantity may be written as a number. */
const quantity = /^(ResourceQuota spec\.hard|LimitRange spec\.limits\[\]\.\w+|.*\.resources\.(limits|requests))\./

function normalize(kind: string, value: unknown, path: readonly (string | number)[]): unknown {
  if (isJsonText(value, path)) return withoutZeros(parse(value))
  const opened = openNginx(value, path)
  const name = formatKind(path)
  if (Array.isArray(opened))
    return normalizeList(
      `${kind} ${name}`,
      opened.map(one => normalize(kind, one, [...path, 0])),
    )
  if (!isMap(opened)) return typeof opened === 'number' && quantity.test(`${kind} ${name}`) ? String(opened) : opened
  const isDefault = (key: string, child: unknown) =>
    defaults.some(one => one.value === child && one.field.test(`${kind} ${formatKind([...path, key])}`))
  return Object.fromEntries(
    Object.entries(opened)
      .filter(([key, child]) => child !== null && !isDefault(key, child))
      .map(([key, child]) => [key, normalize(kind, child, [...path, key])] as const)
      .sort(([a], [b]) => (a < b ? -1 : 1)),
  )
}

function normalizeList(name: string, items: readonly unknown[]): readonly unknown[] {
  const texts = items.map(one => JSON.stringify(one))
  const once = sets.test(name) ? [...new Set(texts)] : texts
  return isUnordered(name, texts) ? once.sort() : once
}

/** A variable that uses another one has to stand behind it. */
function isUnordered(name: string, texts: readonly string[]): boolean {
  return (
    (unordered.test(name) || /^Role rules$/.test(name)) &&
    !(name.endsWith('.env') && texts.some(text => text.includes('$(')))
  )
}

/** Go reads a missing key of JSON as the zero value of its type. */
function withoutZeros(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutZeros)
  if (!isMap(value)) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, child]) => child !== false && child !== 0 && child !== '' && child !== null)
      .map(([key, child]) => [key, withoutZeros(child)]),
  )
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return text
  }
}

/** A comment of nginx.conf changes nothing. */
function openNginx(value: unknown, path: readonly (string | number)[]): unknown {
  if (path[0] !== 'data' || path[1] !== 'nginx.conf' || typeof value !== 'string') return value
  return value.replace(/(^|\s)#[^\n]*/g, '')
}
