import type { versions } from '../index.ts'

type Version = (typeof versions)[number]

/** A manifest and what the schemas say of it: the API servers must say the same. */
export interface ManifestCase {
  /** What it is about, after "accepts" or "refuses". */
  readonly what: string
  readonly yaml: string
  /** Each as `/path keyword`; none where it is right. */
  readonly faults: readonly string[]
  /** From this version on it is right. */
  readonly until?: Version
}

const podOf = (kind: string, spec: string, pod = '') => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: broker }
spec:
  selector: { matchLabels: { app: broker } }
  ${kind === 'StatefulSet' ? 'serviceName: broker' : ''}
  ${spec}
  template:
    metadata: { labels: { app: broker } }
    spec:
      containers: [{ name: broker, image: "fogflow/broker:3.2.8" }]
      ${pod}
`
const deployment = (container: string) => `
apiVersion: apps/v1
kind: Deployment
metadata: { name: broker }
spec:
  selector: { matchLabels: { app: broker } }
  template:
    metadata: { labels: { app: broker } }
    spec:
      containers:
      - name: broker
        image: fogflow/broker:3.2.8
        ${container}
`
const service = (port: string, name = 'broker') => `
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: broker }, ports: [${port}] }
`
const named = (kind: string, name: string, apiVersion = 'v1') =>
  `{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: "${name}" } }`
const configMap = (text: string) => `{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, ${text} }`
const labelled = (label: string) => `{ apiVersion: v1, kind: ConfigMap, metadata: { name: a, labels: { ${label} } } }`
const policy = (port: string) =>
  `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, ingress: [{ ports: [${port}] }] } }`
const budget = (spec: string) =>
  `{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: a }, spec: { selector: { matchLabels: { app: broker } }, ${spec} } }`
const binding = (role: string) =>
  `{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: { name: a }, roleRef: ${role} }`
const ingress = (spec: string) =>
  `{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: a }, spec: ${spec} }`
const backend = '{ service: { name: a, port: { number: 80 } } }'
const ingressPath = (text: string) => ingress(`{ rules: [{ http: { paths: [{ ${text}, backend: ${backend} }] } }] }`)
const serviceOf = (spec: string) => `{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: ${spec} }`
const role = (rule: string) =>
  `{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: { name: a }, rules: [${rule}] }`
const bound = (subject: string) =>
  `{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRoleBinding, metadata: { name: a }, roleRef: { kind: ClusterRole, name: a }, subjects: [${subject}] }`
const selecting = (selector: string) => podOf('Deployment', '').replace('{ matchLabels: { app: broker } }', selector)
const application = (spec: string) =>
  `{ apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: { name: a }, spec: { project: a, destination: {}, ${spec} } }`
const kustomization = (spec: string) =>
  `{ apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: { name: a }, spec: { prune: true, sourceRef: { kind: GitRepository, name: a }, ${spec} } }`

const accepts = (what: string, yaml: string): ManifestCase => ({ what, yaml, faults: [] })
const refuses = (what: string, yaml: string, ...faults: readonly string[]): ManifestCase => ({ what, yaml, faults })

const container = '/spec/template/spec/containers/0'
const inContainer = (what: string, yaml: string, fault: string) =>
  refuses(`${what} in a container`, deployment(yaml), `${container}${fault}`)
const inPod = (what: string, yaml: string, fault: string) =>
  refuses(`${what} in a pod`, podOf('Deployment', '', yaml), `/spec/template/spec${fault}`)

/** Of each version of Kubernetes, unless a case says otherwise. */
export const manifestCases: readonly ManifestCase[] = [
  accepts(
    'a Deployment that uses much of what there is',
    deployment(
      `
        ports: [{ name: http, containerPort: 8070, protocol: TCP, hostPort: 0 }]
        env: [{ name: POD_NAME, valueFrom: { fieldRef: { fieldPath: metadata.name } } }, { name: "a b.c", value: "" }]
        resources: { requests: { cpu: 0.5, memory: 1.5Gi }, limits: { cpu: 2, memory: 2e9, example.com/gpu: 1 } }
        startupProbe: { httpGet: { path: /version, port: http }, failureThreshold: 30, periodSeconds: 2 }
        securityContext: { runAsUser: 65532, capabilities: { drop: [ALL] }, seccompProfile: { type: RuntimeDefault } }
        volumeMounts: [{ name: config, mountPath: /config.json, subPath: config.json }]
      volumes: [{ name: config, emptyDir: { medium: Memory, sizeLimit: 1Mi } }]
      tolerations: [{ operator: Exists }, { key: a/b, operator: Exists, effect: NoExecute, tolerationSeconds: 30 }]
`.trim(),
    ),
  ),
  accepts(
    'null for an absent strategy',
    podOf('Deployment', 'replicas: null\n  strategy: { type: Recreate, rollingUpdate: null }'),
  ),
  accepts('null for an absent security context', podOf('Deployment', '', 'securityContext: null')),
  accepts('null for an absent name of a port', service('{ port: 80, name: null, targetPort: null }')),
  refuses(
    'null for containers',
    podOf('Deployment', '').replace(/containers: .*/, 'containers: null'),
    '/spec/template/spec/containers type',
  ),
  refuses(
    'null for a container',
    podOf('Deployment', '').replace(/containers: .*/, 'containers: [null]'),
    '/spec/template/spec/containers/0 not',
  ),
  refuses(
    'null for the template of pods',
    podOf('Deployment', '').replace(/template:.*/s, 'template: null'),
    '/spec/template not',
  ),
  inContainer('a misspelt field', 'imagee: x', ' additionalProperties imagee'),
  inContainer('a wrong type', 'args: broker', '/args type'),
  inContainer('a value outside of an enum', 'imagePullPolicy: Sometimes', '/imagePullPolicy enum'),
  inContainer('a port that is none', 'ports: [{ containerPort: 80700 }]', '/ports/0/containerPort maximum'),
  inContainer('a port that is a text', 'ports: [{ containerPort: "80" }]', '/ports/0/containerPort type'),
  inContainer('a port name that is none', 'ports: [{ containerPort: 80, name: http_port }]', '/ports/0/name pattern'),
  inContainer('a quantity that is none', 'resources: { limits: { memory: 1GB } }', '/resources/limits/memory pattern'),
  inContainer('a negative quantity', 'resources: { limits: { cpu: -1 } }', '/resources/limits/cpu minimum'),
  inContainer('a resource that is none', 'resources: { limits: { memroy: 1Gi } }', '/resources/limits pattern memroy'),
  inContainer('a variable without a name', 'env: [{ value: x }]', '/env/0 required name'),
  inContainer('a number as a variable', 'env: [{ name: PORT, value: 8070 }]', '/env/0/value type'),
  inContainer(
    'two sources of a variable',
    'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: a }, secretKeyRef: { name: a, key: b } } }]',
    '/env/0/valueFrom maxProperties',
  ),
  inContainer('a probe of no port', 'livenessProbe: { httpGet: { path: / } }', '/livenessProbe/httpGet required port'),
  inContainer(
    'a negative delay',
    'livenessProbe: { tcpSocket: { port: 1 }, periodSeconds: -1 }',
    '/livenessProbe/periodSeconds minimum',
  ),
  inContainer(
    'a way out of a volume',
    'volumeMounts: [{ name: a, mountPath: /a, subPath: ../b }]',
    '/volumeMounts/0/subPath pattern',
  ),
  inContainer(
    'a profile without its file',
    'securityContext: { seccompProfile: { type: Localhost } }',
    '/securityContext/seccompProfile required localhostProfile',
  ),
  inPod(
    'a volume from two sources',
    'volumes: [{ name: a, emptyDir: {}, configMap: { name: a } }]',
    '/volumes/0 maxProperties',
  ),
  inPod('a ConfigMap without a name', 'volumes: [{ name: a, configMap: {} }]', '/volumes/0/configMap required name'),
  inPod('a restart policy that is none', 'restartPolicy: Sometimes', '/restartPolicy enum'),
  inPod('a toleration of no key', 'tolerations: [{ effect: NoSchedule }]', '/tolerations/0 required key'),
  inPod(
    'a time for an effect that has none',
    'tolerations: [{ key: a, effect: NoSchedule, tolerationSeconds: 1 }]',
    '/tolerations/0/effect const',
  ),
  inPod('a label of nodes that is none', 'nodeSelector: { "a b": c }', '/nodeSelector pattern a b'),
  refuses('fewer replicas than none', podOf('Deployment', 'replicas: -1'), '/spec/replicas minimum'),
  refuses(
    'more replicas than there are numbers',
    podOf('Deployment', 'replicas: 99999999999'),
    '/spec/replicas maximum',
  ),
  refuses('a strategy that is none', podOf('Deployment', 'strategy: { type: Recreat }'), '/spec/strategy/type enum'),
  refuses(
    'a policy of pods that is none',
    podOf('StatefulSet', 'podManagementPolicy: parallel'),
    '/spec/podManagementPolicy enum',
  ),
  accepts('a name with a dot', named('ConfigMap', 'a.b-c')),
  refuses('a name in capitals', named('ConfigMap', 'A'), '/metadata/name pattern'),
  refuses('a name with a line below', named('ConfigMap', 'a_b'), '/metadata/name pattern'),
  refuses('a namespace with a dot', named('Namespace', 'a.b'), '/metadata/name pattern'),
  refuses('a name that is too long', named('ConfigMap', 'a'.repeat(254)), '/metadata/name maxLength'),
  accepts('a role with a colon', named('Role', 'system:a', 'rbac.authorization.k8s.io/v1')),
  refuses('a role with a slash', named('Role', 'a/b', 'rbac.authorization.k8s.io/v1'), '/metadata/name pattern'),
  refuses('no name', '{ apiVersion: v1, kind: ConfigMap, metadata: {} }', '/metadata required name'),
  accepts('a name that is made', '{ apiVersion: v1, kind: ConfigMap, metadata: { generateName: a- } }'),
  refuses('no metadata', '{ apiVersion: v1, kind: ConfigMap }', 'required metadata'),
  {
    ...refuses('a Service that begins with a digit', service('{ port: 80 }', '"1a"'), '/metadata/name pattern'),
    until: '1.36',
  },
  accepts('keys of a ConfigMap', configMap('data: { config.json: "{}", _A-1: "" }')),
  refuses('a key with a slash', configMap('data: { a/b: "" }'), '/data pattern a/b'),
  refuses('a number in a ConfigMap', configMap('data: { a: 1 }'), '/data/a type'),
  accepts('base64', configMap('binaryData: { a: "ab==" }')),
  refuses('what is no base64', configMap('binaryData: { a: "a" }'), '/binaryData/a pattern'),
  accepts('labels', labelled('app.kubernetes.io/name: broker, empty: ""')),
  refuses('a label that begins with a line', labelled('-a: b'), '/metadata/labels pattern -a'),
  refuses('a label with a space', labelled('a: "b c"'), '/metadata/labels/a pattern'),
  refuses('a label that is no text', labelled('a: true'), '/metadata/labels/a type'),
  refuses('port 0', service('{ port: 0 }'), '/spec/ports/0/port minimum'),
  refuses(
    'a name of a port with two lines',
    service('{ port: 80, targetPort: a--b }'),
    '/spec/ports/0/targetPort pattern',
  ),
  accepts('a range of ports', policy('{ port: 32768, endPort: 60999 }')),
  refuses(
    'a range that begins with a name',
    policy('{ port: http, endPort: 60999 }'),
    '/spec/ingress/0/ports/0/port type',
  ),
  accepts('a budget', budget('maxUnavailable: 1')),
  accepts('a budget in percent', budget('maxUnavailable: 50%, minAvailable: null')),
  refuses('a budget with both sides', budget('maxUnavailable: 1, minAvailable: 1'), '/spec not'),
  refuses('a budget that is no number', budget('maxUnavailable: half'), '/spec/maxUnavailable pattern'),
  accepts('a binding', binding('{ kind: Role, name: a }')),
  refuses('a kind of role that is none', binding('{ kind: Rolle, name: a }'), '/roleRef/kind enum'),
  accepts('an Ingress of a default backend', ingress(`{ defaultBackend: ${backend} }`)),
  refuses('an Ingress of nothing', ingress('{}'), '/spec required defaultBackend'),
  accepts('a path of an Ingress', ingressPath('pathType: Prefix, path: /')),
  accepts('an Ingress without a path', ingressPath('pathType: ImplementationSpecific')),
  refuses(
    'a path with two slashes',
    ingressPath('pathType: Exact, path: /a//b'),
    '/spec/rules/0/http/paths/0/path not',
  ),
  accepts('a headless Service without ports', serviceOf('{ clusterIP: None, selector: { app: a } }')),
  accepts('a Service that is a name', serviceOf('{ type: ExternalName, externalName: example.org }')),
  refuses('a Service without ports', serviceOf('{ selector: { app: a } }'), '/spec required ports'),
  accepts('a role of URLs', role('{ nonResourceURLs: [/healthz], verbs: [get] }')),
  refuses(
    'a role of no resources',
    role('{ apiGroups: [""], resources: [], verbs: [get] }'),
    '/rules/0/resources minItems',
  ),
  accepts('a bound ServiceAccount', bound('{ kind: ServiceAccount, name: a, namespace: b }')),
  accepts('a bound user', bound('{ kind: User, name: A }')),
  accepts('a selector of expressions', selecting('{ matchExpressions: [{ key: app, operator: Exists }] }')),
  refuses(
    'a selector of everything',
    selecting('{ matchLabels: {} }'),
    '/spec/selector/matchLabels minProperties',
    '/spec/selector required matchExpressions',
    '/spec/selector anyOf',
  ),
  accepts('an Application', application('source: { repoURL: a, path: b }')),
  refuses('a misspelt field of an Application', application('sourcee: {}'), '/spec additionalProperties sourcee'),
  accepts('a Kustomization of Flux', kustomization('interval: 5m')),
  accepts('a cluster elsewhere', kustomization('interval: 5m, kubeConfig: { secretRef: { name: a } }')),
  refuses(
    'null in a custom resource',
    kustomization('interval: 5m, targetNamespace: null'),
    '/spec/targetNamespace type',
  ),
  accepts('null in a custom resource for what has a default', kustomization('interval: 5m, force: null')),
  refuses(
    'two ways to a cluster elsewhere',
    kustomization('interval: 5m, kubeConfig: { secretRef: { name: a }, configMapRef: { name: a } }'),
    '/spec/kubeConfig type',
    '/spec/kubeConfig oneOf',
    '/spec/kubeConfig anyOf',
  ),
  refuses('a time that is none', kustomization('interval: 5 minutes'), '/spec/interval pattern'),
  refuses(
    'null for what a custom resource must have',
    kustomization('interval: 5m').replace('prune: true', 'prune: null'),
    '/spec/prune type',
  ),
]

/** What the schemas of a version have to say of a case. */
export const faultsIn = ({ faults, until }: ManifestCase, version: Version): readonly string[] =>
  until !== undefined && Number(version.slice(2)) >= Number(until.slice(2)) ? [] : faults
