import { describe, expect, test } from 'vitest'
import { parseAllDocuments } from 'yaml'
import { findSchemaFile, versions } from './index.ts'
import { createStrictCompiler } from './testing/compile-kind.ts'

const compile = createStrictCompiler()

interface Manifest {
  readonly apiVersion: string
  readonly kind: string
}

/** The faults of all manifests of a YAML text, each as `/path keyword`, without those that only repeat others. */
function judge(yaml: string, version: (typeof versions)[number] = '1.34'): string[] {
  return parseAllDocuments(yaml).flatMap(document => {
    const manifest = document.toJS() as Manifest
    const file = findSchemaFile(version, manifest)
    if (file === undefined) return [`no ${manifest.apiVersion} ${manifest.kind}`]
    const validate = compile(file)
    if (validate(manifest)) return []
    const faults = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames')
    return faults.map(({ instancePath, keyword, params, propertyName }) =>
      `${instancePath} ${keyword} ${params.missingProperty ?? params.additionalProperty ?? propertyName ?? ''}`.trim(),
    )
  })
}

const podOf = (kind: string, spec: string, pod = '') => `
apiVersion: apps/v1
kind: ${kind}
metadata: { name: broker }
spec:
  selector: { matchLabels: { app: broker } }
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
const container = '/spec/template/spec/containers/0'
const service = (port: string, name = 'broker') => `
apiVersion: v1
kind: Service
metadata: { name: ${name} }
spec: { selector: { app: broker }, ports: [${port}] }
`

describe.each(versions)('Kubernetes %s', version => {
  test('accepts a Deployment that uses much of what there is', () => {
    const pod = `
        ports: [{ name: http, containerPort: 8070, protocol: TCP, hostPort: 0 }]
        env: [{ name: POD_NAME, valueFrom: { fieldRef: { fieldPath: metadata.name } } }, { name: "a b.c", value: "" }]
        resources: { requests: { cpu: 0.5, memory: 1.5Gi }, limits: { cpu: 2, memory: 1e9, example.com/gpu: 1 } }
        startupProbe: { httpGet: { path: /version, port: http }, failureThreshold: 30, periodSeconds: 2 }
        securityContext: { runAsUser: 65532, capabilities: { drop: [ALL] }, seccompProfile: { type: RuntimeDefault } }
        volumeMounts: [{ name: config, mountPath: /config.json, subPath: config.json }]
      volumes: [{ name: config, emptyDir: { medium: Memory, sizeLimit: 1Mi } }]
      tolerations: [{ operator: Exists }, { key: a/b, operator: Exists, effect: NoExecute, tolerationSeconds: 30 }]
`
    expect(judge(deployment(pod.trim()), version)).toEqual([])
  })

  test('takes null for absent', () => {
    expect(
      judge(podOf('Deployment', 'replicas: null\n  strategy: { type: Recreate, rollingUpdate: null }'), version),
    ).toEqual([])
    expect(judge(podOf('Deployment', '', 'securityContext: null'), version)).toEqual([])
    expect(judge(service('{ port: 80, name: null, targetPort: null }'), version)).toEqual([])
    expect(judge(podOf('Deployment', '').replace(/containers: .*/, 'containers: null'), version)).toContain(
      '/spec/template/spec/containers type',
    )
    expect(judge(podOf('Deployment', '').replace(/containers: .*/, 'containers: [null]'), version)).toContain(
      '/spec/template/spec/containers/0 not',
    )
    expect(judge(podOf('Deployment', '').replace(/template:.*/s, 'template: null'), version)).toContain(
      '/spec/template not',
    )
  })

  test.each([
    ['a misspelt field', 'imagee: x', `${container} additionalProperties imagee`],
    ['a wrong type', 'args: broker', `${container}/args type`],
    ['a value outside of an enum', 'imagePullPolicy: Sometimes', `${container}/imagePullPolicy enum`],
    ['a port that is none', 'ports: [{ containerPort: 80700 }]', `${container}/ports/0/containerPort maximum`],
    ['a port that is a text', 'ports: [{ containerPort: "80" }]', `${container}/ports/0/containerPort type`],
    [
      'a port name that is none',
      'ports: [{ containerPort: 80, name: http_port }]',
      `${container}/ports/0/name pattern`,
    ],
    [
      'a quantity that is none',
      'resources: { limits: { memory: 1GB } }',
      `${container}/resources/limits/memory pattern`,
    ],
    ['a negative quantity', 'resources: { limits: { cpu: -1 } }', `${container}/resources/limits/cpu minimum`],
    [
      'a resource that is none',
      'resources: { limits: { memroy: 1Gi } }',
      `${container}/resources/limits pattern memroy`,
    ],
    ['a variable without a name', 'env: [{ value: x }]', `${container}/env/0 required name`],
    ['a number as a variable', 'env: [{ name: PORT, value: 8070 }]', `${container}/env/0/value type`],
    [
      'two sources of a variable',
      'env: [{ name: A, valueFrom: { fieldRef: { fieldPath: a }, secretKeyRef: { name: a, key: b } } }]',
      `${container}/env/0/valueFrom maxProperties`,
    ],
    [
      'a probe of no port',
      'livenessProbe: { httpGet: { path: / } }',
      `${container}/livenessProbe/httpGet required port`,
    ],
    [
      'a negative delay',
      'livenessProbe: { tcpSocket: { port: 1 }, periodSeconds: -1 }',
      `${container}/livenessProbe/periodSeconds minimum`,
    ],
    [
      'a way out of a volume',
      'volumeMounts: [{ name: a, mountPath: /a, subPath: ../b }]',
      `${container}/volumeMounts/0/subPath pattern`,
    ],
    [
      'a profile without its file',
      'securityContext: { seccompProfile: { type: Localhost } }',
      `${container}/securityContext/seccompProfile required localhostProfile`,
    ],
  ])('refuses %s in a container', (_, yaml, fault) => {
    expect(judge(deployment(yaml), version)).toEqual([fault])
  })

  test('refuses what a pod cannot be', () => {
    const judgePod = (pod: string) => judge(podOf('Deployment', '', pod), version)
    expect(judgePod('volumes: [{ name: a, emptyDir: {}, configMap: { name: a } }]')).toEqual([
      '/spec/template/spec/volumes/0 maxProperties',
    ])
    expect(judgePod('volumes: [{ name: a, configMap: {} }]')).toEqual([
      '/spec/template/spec/volumes/0/configMap required name',
    ])
    expect(judgePod('restartPolicy: Sometimes')).toEqual(['/spec/template/spec/restartPolicy enum'])
    expect(judgePod('tolerations: [{ effect: NoSchedule }]')).toEqual([
      '/spec/template/spec/tolerations/0 required key',
    ])
    expect(judgePod('tolerations: [{ key: a, effect: NoSchedule, tolerationSeconds: 1 }]')).toEqual([
      '/spec/template/spec/tolerations/0/effect const',
    ])
    expect(judgePod('nodeSelector: { "a b": c }')).toEqual(['/spec/template/spec/nodeSelector pattern a b'])
  })

  test('refuses what a workload cannot be', () => {
    expect(judge(podOf('Deployment', 'replicas: -1'), version)).toEqual(['/spec/replicas minimum'])
    expect(judge(podOf('Deployment', 'strategy: { type: Recreat }'), version)).toEqual(['/spec/strategy/type enum'])
    expect(judge(podOf('StatefulSet', 'podManagementPolicy: parallel'), version)).toEqual([
      '/spec/podManagementPolicy enum',
    ])
    expect(judge(podOf('Deployment', 'replicas: 99999999999'), version)).toEqual(['/spec/replicas maximum'])
  })

  test('refuses names that the API server refuses', () => {
    const named = (kind: string, name: string, apiVersion = 'v1') =>
      judge(`{ apiVersion: ${apiVersion}, kind: ${kind}, metadata: { name: "${name}" } }`, version)
    expect(named('ConfigMap', 'a.b-c')).toEqual([])
    expect(named('ConfigMap', 'A')).toEqual(['/metadata/name pattern'])
    expect(named('ConfigMap', 'a_b')).toEqual(['/metadata/name pattern'])
    expect(named('Namespace', 'a.b')).toEqual(['/metadata/name pattern'])
    expect(named('ConfigMap', 'a'.repeat(254))).toEqual(['/metadata/name maxLength'])
    expect(named('Role', 'system:a', 'rbac.authorization.k8s.io/v1')).toEqual([])
    expect(named('Role', 'a/b', 'rbac.authorization.k8s.io/v1')).toEqual(['/metadata/name pattern'])
    expect(judge('{ apiVersion: v1, kind: ConfigMap, metadata: {} }', version)).toEqual(['/metadata required name'])
    expect(judge('{ apiVersion: v1, kind: ConfigMap, metadata: { generateName: a- } }', version)).toEqual([])
    expect(judge('{ apiVersion: v1, kind: ConfigMap }', version)).toEqual(['required metadata'])
  })

  test('knows since when a Service may be called by any DNS label', () => {
    expect(judge(service('{ port: 80 }', '"1a"'), version)).toEqual(
      Number(version.slice(2)) >= 36 ? [] : ['/metadata/name pattern'],
    )
  })

  test('checks keys and values of maps', () => {
    const configMap = (text: string) =>
      judge(`{ apiVersion: v1, kind: ConfigMap, metadata: { name: a }, ${text} }`, version)
    expect(configMap('data: { config.json: "{}", _A-1: "" }')).toEqual([])
    expect(configMap('data: { a/b: "" }')).toEqual(['/data pattern a/b'])
    expect(configMap('data: { a: 1 }')).toEqual(['/data/a type'])
    expect(configMap('binaryData: { a: "ab==" }')).toEqual([])
    expect(configMap('binaryData: { a: "a" }')).toEqual(['/binaryData/a pattern'])
    const labelled = (label: string) =>
      judge(`{ apiVersion: v1, kind: ConfigMap, metadata: { name: a, labels: { ${label} } } }`, version)
    expect(labelled('app.kubernetes.io/name: broker, empty: ""')).toEqual([])
    expect(labelled('-a: b')).toEqual(['/metadata/labels pattern -a'])
    expect(labelled('a: "b c"')).toEqual(['/metadata/labels/a pattern'])
    expect(labelled('a: true')).toEqual(['/metadata/labels/a type'])
  })

  test('checks Services, policies, budgets and roles', () => {
    const policy = (port: string) =>
      `{ apiVersion: networking.k8s.io/v1, kind: NetworkPolicy, metadata: { name: a }, spec: { podSelector: {}, ingress: [{ ports: [${port}] }] } }`
    const budget = (spec: string) =>
      `{ apiVersion: policy/v1, kind: PodDisruptionBudget, metadata: { name: a }, spec: { ${spec} } }`
    const binding = (role: string) =>
      `{ apiVersion: rbac.authorization.k8s.io/v1, kind: RoleBinding, metadata: { name: a }, roleRef: ${role} }`
    expect(judge(service('{ port: 0 }'), version)).toEqual(['/spec/ports/0/port minimum'])
    expect(judge(service('{ port: 80, targetPort: a--b }'), version)).toEqual(['/spec/ports/0/targetPort pattern'])
    expect(judge(policy('{ port: 32768, endPort: 60999 }'), version)).toEqual([])
    expect(judge(policy('{ port: http, endPort: 60999 }'), version)).toEqual(['/spec/ingress/0/ports/0/port type'])
    expect(judge(budget('maxUnavailable: 1'), version)).toEqual([])
    expect(judge(budget('maxUnavailable: 50%, minAvailable: null'), version)).toEqual([])
    expect(judge(budget('maxUnavailable: 1, minAvailable: 1'), version)).toEqual(['/spec not'])
    expect(judge(budget('maxUnavailable: half'), version)).toEqual(['/spec/maxUnavailable pattern'])
    expect(judge(binding('{ kind: Role, name: a }'), version)).toEqual([])
    expect(judge(binding('{ kind: Rolle, name: a }'), version)).toEqual(['/roleRef/kind enum'])
  })

  test('asks for what only the validation of the API server asks for', () => {
    const ingress = (spec: string) =>
      judge(`{ apiVersion: networking.k8s.io/v1, kind: Ingress, metadata: { name: a }, spec: ${spec} }`, version)
    const backend = '{ service: { name: a, port: { number: 80 } } }'
    const path = (text: string) => ingress(`{ rules: [{ http: { paths: [{ ${text}, backend: ${backend} }] } }] }`)
    expect(ingress(`{ defaultBackend: ${backend} }`)).toEqual([])
    expect(ingress('{}')).toEqual(['/spec required defaultBackend'])
    expect(path('pathType: Prefix, path: /')).toEqual([])
    expect(path('pathType: ImplementationSpecific')).toEqual([])
    expect(path('pathType: Exact, path: /a//b')).toEqual(['/spec/rules/0/http/paths/0/path not'])
    const ofService = (spec: string) =>
      judge(`{ apiVersion: v1, kind: Service, metadata: { name: a }, spec: ${spec} }`, version)
    expect(ofService('{ clusterIP: None, selector: { app: a } }')).toEqual([])
    expect(ofService('{ type: ExternalName, externalName: example.org }')).toEqual([])
    expect(ofService('{ selector: { app: a } }')).toEqual(['/spec required ports'])
    const role = (rule: string) =>
      judge(
        `{ apiVersion: rbac.authorization.k8s.io/v1, kind: ClusterRole, metadata: { name: a }, rules: [${rule}] }`,
        version,
      )
    expect(role('{ nonResourceURLs: [/healthz], verbs: [get] }')).toEqual([])
    expect(role('{ apiGroups: [""], resources: [], verbs: [get] }')).toEqual(['/rules/0/resources minItems'])
    const workload = (selector: string) =>
      judge(podOf('Deployment', '').replace('{ matchLabels: { app: broker } }', selector), version)
    expect(workload('{ matchExpressions: [{ key: app, operator: Exists }] }')).toEqual([])
    expect(workload('{ matchLabels: {} }').at(-1)).toEqual('/spec/selector anyOf')
  })

  test('checks the custom resources of the sync engines and secret providers', () => {
    const application = (spec: string) =>
      `{ apiVersion: argoproj.io/v1alpha1, kind: Application, metadata: { name: a }, spec: { project: a, destination: {}, ${spec} } }`
    const kustomization = (spec: string) =>
      `{ apiVersion: kustomize.toolkit.fluxcd.io/v1, kind: Kustomization, metadata: { name: a }, spec: { prune: true, sourceRef: { kind: GitRepository, name: a }, ${spec} } }`
    expect(judge(application('source: { repoURL: a, path: b }'), version)).toEqual([])
    expect(judge(application('sourcee: {}'), version)).toEqual(['/spec additionalProperties sourcee'])
    expect(judge(kustomization('interval: 5m'), version)).toEqual([])
    expect(judge(kustomization('interval: 5 minutes'), version)).toEqual(['/spec/interval pattern'])
    expect(judge(kustomization('prune: null, interval: 5m'), version)).toEqual(['/spec/prune type'])
    const remote = (kubeConfig: string) => judge(kustomization(`interval: 5m, kubeConfig: ${kubeConfig}`), version)
    expect(remote('{ secretRef: { name: a } }')).toEqual([])
    expect(remote('{ secretRef: { name: a }, configMapRef: { name: a } }').at(-1)).toBe('/spec/kubeConfig anyOf')
    expect(remote('null')).toEqual([])
  })
})

test('a kind that a version does not have is not there', () => {
  const policy =
    '{ apiVersion: admissionregistration.k8s.io/v1, kind: MutatingAdmissionPolicy, metadata: { name: a }, spec: {} }'
  expect(judge(policy, '1.34')).toEqual(['no admissionregistration.k8s.io/v1 MutatingAdmissionPolicy'])
  expect(judge(policy, '1.36')).toEqual([])
})
