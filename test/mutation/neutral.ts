import type { Mutant } from './mutate.ts'

interface Neutral {
  readonly field: RegExp
  readonly why: string
  /** Another overlay may refer to it, so that each has to be asked before it counts as neutral. */
  readonly isConditional?: boolean
}

const pod = String.raw`\S+ spec\.template\.spec\.`
const container = String.raw`${pod}(initContainers|containers)\[\]\.`
const config = String.raw`^ConfigMap data\.config\.json\.`

/** Fields whose value refers to nothing, by path alone: a changed value is another deployment, not a broken one. */
const neutralFields: readonly Neutral[] = [
  { field: /^\S+ (apiVersion|kind)$/, why: 'what the object is, not what it refers to; the schema check judges it' },
  {
    field:
      /^(Deployment|StatefulSet|NetworkPolicy|PodDisruptionBudget|ResourceQuota|LimitRange|RoleBinding|Ingress|MutatingAdmissionPolicyBinding) metadata\.name$/,
    why: 'nothing refers to this object by its name',
    isConditional: true,
  },
  { field: /^\S+ metadata\.labels\./, why: 'no selector looks at this label of this object', isConditional: true },
  { field: /^\S+ metadata\.annotations\.(?!gitops)/, why: 'a note' },
  { field: /^\S+ metadata\.annotations\.gitops\.fogflow\.io\/ignore\./, why: 'a reason, for people to read' },
  { field: new RegExp(`^${container}name$`), why: 'the name is for patches, which have seen the same change' },
  { field: new RegExp(`^${container}resources\\.`), why: 'a quantity' },
  { field: new RegExp(`^${container}\\w+Probe\\.\\w+(Seconds|Threshold)$`), why: 'a duration or a count' },
  { field: new RegExp(`^${container}\\w+Probe\\.exec\\.command\\[\\]$`), why: 'an argument of a foreign program' },
  {
    field: new RegExp(`^${container}(securityContext|terminationMessagePolicy|lifecycle)\\b`),
    why: 'a setting of the container',
  },
  { field: new RegExp(`^${container}image$`), why: 'a tag of a registry, of which Git knows nothing' },
  { field: new RegExp(`^${container}volumeMounts\\[\\]\\.readOnly$`), why: 'a setting of the mount' },
  {
    field: new RegExp(
      `^${pod}(securityContext\\.|terminationGracePeriodSeconds|enableServiceLinks|shareProcessNamespace)`,
    ),
    why: 'a setting of the pod',
  },
  {
    field: new RegExp(`^${pod}tolerations\\[\\]\\.(effect|operator|tolerationSeconds)$`),
    why: 'a setting of the toleration',
  },
  {
    field: new RegExp(`^${pod}topologySpreadConstraints\\[\\]\\.(maxSkew|whenUnsatisfiable)$`),
    why: 'a setting of the constraint',
  },
  { field: new RegExp(`^${pod}affinity\\.nodeAffinity\\..*\\.operator$`), why: 'a setting of the affinity' },
  { field: new RegExp(`^${pod}volumes\\[\\]\\.(emptyDir\\.|hostPath\\.type$)`), why: 'a size or kind of storage' },
  {
    field: /^\S+ spec\.(replicas|strategy\.|podManagementPolicy|minReadySeconds|revisionHistoryLimit)/,
    why: 'how many pods, and how they are replaced',
  },
  { field: /^\S+ automountServiceAccountToken$/, why: 'a setting of the account' },
  { field: /^Service spec\.(type|externalIPs\[\]|publishNotReadyAddresses)$/, why: 'how the Service is published' },
  { field: /^Service spec\.ports\[\]\.name$/, why: 'no Ingress refers to this port by its name', isConditional: true },
  {
    field: /^(PersistentVolumeClaim spec|StatefulSet spec\.volumeClaimTemplates\[\]\.spec)\.(accessModes|resources)/,
    why: 'a size or mode of storage',
  },
  { field: /^(ResourceQuota|LimitRange|PodDisruptionBudget) spec\.(?!selector)/, why: 'a limit of its own' },
  { field: /^Ingress spec\.rules\[\]\.(host|http\.paths\[\]\.(path|pathType))$/, why: 'a name of the outside' },
  { field: /^NetworkPolicy spec\..*\.(cidr|protocol)$/, why: 'an address or protocol of the outside' },
  { field: /^MutatingAdmissionPolicy spec\.(?!matchConstraints)/, why: 'a program of its own, which a cluster judges' },
  {
    field: new RegExp(
      `${config}(site_id|physical_location|logging|https|rabbitmq\\.(username|password)|broker\\.heartbeat_interval)`,
    ),
    why: 'a value of its own, whose form the schema of config.json judges',
  },
  {
    field: new RegExp(`${config}worker\\.(?!app_namespace)`),
    why: 'a value of its own, whose form the schema of config.json judges',
  },
]

interface NeutralLine {
  readonly file: RegExp
  isNeutral(mutant: Mutant, line: string): boolean
  readonly why: string
}

/** What no field path tells: lines of programs, and words that only a person knows to be free. */
const neutralLines: readonly NeutralLine[] = [
  { file: /\.sh$/, isNeutral: () => true, why: 'a line of a program, which tests of its own run (test/base)' },
  {
    file: /nginx\.conf$/,
    isNeutral: ({ word }, line) => !referring.test(line) || line.trim().startsWith(word) || word.startsWith('http_'),
    why: 'no address, port, file or variable of the configuration; a test of its own runs nginx (test/base)',
  },
  {
    file: /./,
    isNeutral: ({ word }, line) => (line.match(/\d+\.\d+\.\d+\.\d+/g) ?? []).some(one => one.split('.').includes(word)),
    why: 'an address outside the cluster',
  },
  {
    file: /network-policy-[\w-]+\.yaml$/,
    isNeutral: (_, line) => /# (the API server|as \w+ runs it|as kubeadm|brokers of (clouds|edges))/.test(line),
    why: 'a port outside the cluster: of the API server, or of the brokers of other sites',
  },
  {
    file: /designer\/deployment\.yaml$/,
    isNeutral: (_, line) => /^\s*subPath: (meta|photo)$/.test(line),
    why: 'a folder of a claim, which the kubelet makes',
  },
  {
    file: /nginx\/(deployment|service)\.yaml$/,
    isNeutral: ({ word }, line) => word === 'stderr' || line.trim() === 'port: 80',
    why: "an argument of nginx; the front door's port, which only people and other sites use",
  },
  {
    file: /rabbitmq\/deployment\.yaml$/,
    isNeutral: ({ word }, line) =>
      (word === 'rabbit' && line.includes('rabbit@localhost')) ||
      (/^(rf|mnesia)$/.test(word) && line.includes('rm -rf')),
    why: "the name of RabbitMQ's own node and folder, and an option of rm",
  },
  {
    file: /dgraph\/stateful-set\.yaml$/,
    isNeutral: (_, line) => line.trim() === 'name: dgraph',
    why: 'no pod of Dgraph is called by its own name',
  },
  {
    file: /designer\.yaml$/,
    isNeutral: ({ word }, line) => word === '8080' && line.includes('dgraph:8080'),
    why: 'the number of another port that Dgraph has',
  },
]

const referring = /^\s*(listen|include|set|proxy_pass)\s/

/** Why a mutant breaks no reference, if that is so. */
export function whyNeutral(mutant: Mutant, line: string, fields: ReadonlySet<string>): Reason | undefined {
  const ofLine = neutralLines.find(({ file, isNeutral }) => file.test(mutant.file) && isNeutral(mutant, line))
  if (ofLine) return { why: ofLine.why, isConditional: false }
  const reasons = [...fields].map(path => neutralFields.find(({ field }) => field.test(path)))
  const [first] = reasons
  if (!first || reasons.some(reason => reason === undefined)) return undefined
  return { why: first.why, isConditional: reasons.some(reason => reason?.isConditional) }
}

export interface Reason {
  readonly why: string
  readonly isConditional: boolean
}
