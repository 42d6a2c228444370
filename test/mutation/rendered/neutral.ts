interface NeutralField {
  /** Of the kind, a space, and the field path; `[]` stands for any element of a list. */
  readonly field: RegExp
  readonly why: string
}

const pod = String.raw`spec\.template\.spec\.`
const container = String.raw`${pod}(initContainers|containers)\[\]\.`
const config = String.raw`^ConfigMap data\.config\.json\.`

/**
 * Fields of which another value, or none, leaves what FogFlow does as it is: decided by the field path alone, whatever
 * is done to the field and whether or not a rule notices it. Written before the first run, all but the reasons of
 * silencers, of which there were none then; a field that is missing here counts against the rules. What the API server
 * takes for the same is no matter of paths: see same-to-server.ts.
 */
const neutralFields: readonly NeutralField[] = [
  {
    field: /^(?!Namespace )\S+ metadata\.labels(\.|$)/,
    why: 'selectors choose pods and namespaces by their labels; those of every other object are for people',
  },
  {
    field: /^\S+ metadata\.annotations\.gitops\.fogflow\.io\/ignore\./,
    why: 'the reason of a silencer is for people',
  },
  {
    field: /^StatefulSet spec\.volumeClaimTemplates\[\]\.metadata\.labels(\.|$)/,
    why: 'no selector chooses volume claims',
  },
  {
    field: /^Namespace metadata\.labels\.(app\.kubernetes\.io\/part-of|gitops\.fogflow\.io\/worker)$/,
    why: 'policies choose namespaces by gitops.fogflow.io/namespace and kubernetes.io/metadata.name',
  },
  {
    field: /^Namespace metadata\.labels\.pod-security\.kubernetes\.io\/(audit|warn)$/,
    why: 'a log entry and a warning: only enforce refuses a pod',
  },
  {
    field:
      /^(Deployment|NetworkPolicy|PodDisruptionBudget|ResourceQuota|LimitRange|RoleBinding|Ingress|MutatingAdmissionPolicyBinding) metadata\.name$/,
    why: 'nothing refers to an object of this kind by its name',
  },
  {
    field: new RegExp(`^\\S+ ${container}name$`),
    why: 'a name for logs and patches; nothing that is rendered refers to a container',
  },
  { field: /^MutatingAdmissionPolicy spec\.matchConditions\[\]\.name$/, why: 'a name for error messages' },
  {
    field: /^Service spec\.ports\[\]\.name$/,
    why: 'callers of a Service use the number; the one Ingress that uses the name is judged at its own field',
  },
  { field: new RegExp(`^\\S+ ${container}resources(\\.|$)`), why: 'how much a container may use, not what it does' },
  { field: new RegExp(`^\\S+ ${pod}volumes\\[\\]\\.emptyDir\\.sizeLimit$`), why: 'how much a folder may hold' },
  {
    field:
      /^(PersistentVolumeClaim spec|StatefulSet spec\.volumeClaimTemplates\[\]\.spec)\.resources\.requests\.storage$/,
    why: 'how much a volume can hold',
  },
  {
    field: /^ResourceQuota spec\.hard\.(limits\.memory|pods|requests\.(cpu|memory))$/,
    why: 'how much all tasks of a worker may use together',
  },
  {
    field: new RegExp(`^\\S+ ${container}\\w+Probe\\.(\\w+Seconds|\\w+Threshold)$`),
    why: 'how often and how long a probe tries, not what it asks',
  },
  { field: new RegExp(`^\\S+ ${container}lifecycle\\.preStop\\.sleep\\.seconds$`), why: 'how long a stop is put off' },
  {
    field: new RegExp(`^\\S+ ${pod}tolerations\\[\\]\\.tolerationSeconds$`),
    why: 'how long a pod stays on a lost node',
  },
  { field: new RegExp(`^\\S+ ${pod}topologySpreadConstraints\\[\\]\\.maxSkew$`), why: 'how evenly pods are spread' },
  { field: /^Deployment spec\.strategy\.rollingUpdate(\.|$)/, why: 'how many pods are replaced at a time' },
  {
    field: new RegExp(`^\\S+ ${container}terminationMessagePolicy$`),
    why: 'where the last words of a container are kept for people',
  },
  {
    field: new RegExp(`^\\S+ ${pod}securityContext\\.fsGroupChangePolicy$`),
    why: 'how fast a volume is handed over; the owner is the same in the end',
  },
  {
    field: new RegExp(`^\\S+ ${container}volumeMounts\\[\\]\\.readOnly$`),
    why: 'a ConfigMap cannot be written to anyway, and the programs only read these files',
  },
  { field: new RegExp(`${config}logging(\\.|$)`), why: 'where log lines go' },
  { field: new RegExp(`${config}physical_location(\\.|$)`), why: 'where the site stands is for its operator to say' },
  {
    field: new RegExp(`${config}(broker|worker)\\.(heartbeat_interval|detection_duration)$`),
    why: 'how often a site tells that it is there; that the key is there is for the schema to judge',
  },
  { field: new RegExp(`${config}worker\\.capacity$`), why: 'how many tasks a site takes is for its operator to say' },
]

/** Why a field is neutral; undefined where it is not. `path` has `[]` for list elements, as in `spec.ports[].port`. */
export function whyNeutral(kind: string, path: string): string | undefined {
  return neutralFields.find(({ field }) => field.test(`${kind} ${path}`))?.why
}
