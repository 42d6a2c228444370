import { mkdirSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const components = ['discovery', 'broker', 'master', 'worker', 'designer', 'rabbitmq', 'nginx', 'dgraph']

/**
 * A base of 16 workloads and Services and a ConfigMap, two components, and overlays on them that use all usual fields:
 * 19 resources each. Returns the overlays' folders; `name` keeps those of several calls apart.
 */
export function makeOverlays(root: string, count: number, name = 'site'): readonly string[] {
  writeFiles(root, shared())
  return Array.from({ length: count }, (_, index) => {
    const folder = join(root, 'overlays', `${name}-${index}`)
    writeFiles(folder, overlay(`${name}-${index}`, index))
    return folder
  })
}

/** A kustomization that includes these overlays of `root`. */
export function makeAggregate(root: string, overlays: readonly string[], name: string): string {
  const folder = join(root, name)
  const lines = overlays.map(path => `- ../${path.slice(root.length + 1)}\n`)
  writeFiles(folder, { 'kustomization.yaml': `resources:\n${lines.join('')}` })
  return folder
}

function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true })
    writeFileSync(join(folder, path), text)
  }
}

function shared(): Record<string, string> {
  const files = components.map(name => [`base/${name}.yaml`, `${workload(name)}---\n${service(name)}`])
  return {
    ...Object.fromEntries(files),
    'base/kustomization.yaml': `resources:\n${components.map(name => `- ${name}.yaml\n`).join('')}configMapGenerator:\n- name: config\n  literals: [LEVEL=info, PORT=8080]\n`,
    'monitored/kustomization.yaml': monitored,
    'monitored/monitor.yaml': monitor,
    'secured/kustomization.yaml': secured,
  }
}

function workload(name: string): string {
  return `apiVersion: apps/v1
kind: Deployment
metadata:
  name: ${name}
  labels: {app: ${name}}
spec:
  replicas: 1
  selector:
    matchLabels: {app: ${name}}
  template:
    metadata:
      labels: {app: ${name}}
    spec:
      containers:
      - name: ${name}
        image: fogflow/${name}:3.2.8
        args: ["-f", /config/config.json]
        ports:
        - {name: http, containerPort: 8080}
        env:
        - name: LEVEL
          valueFrom: {configMapKeyRef: {name: config, key: LEVEL}}
        resources:
          requests: {cpu: 100m, memory: 64Mi}
          limits: {memory: 128Mi}
        volumeMounts:
        - {name: config, mountPath: /config}
      volumes:
      - name: config
        configMap: {name: config}
`
}

function service(name: string): string {
  return `apiVersion: v1
kind: Service
metadata:
  name: ${name}
spec:
  selector: {app: ${name}}
  ports:
  - {name: http, port: 80, targetPort: http}
`
}

const monitored = `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
resources: [monitor.yaml]
patches:
- target: {kind: Deployment}
  patch: |
    apiVersion: apps/v1
    kind: Deployment
    metadata:
      name: any
      annotations: {prometheus.io/scrape: "true"}
`

const monitor = `apiVersion: monitoring.coreos.com/v1
kind: ServiceMonitor
metadata:
  name: all
spec:
  selector:
    matchLabels: {app: broker}
  endpoints:
  - port: http
`

const secured = `apiVersion: kustomize.config.k8s.io/v1alpha1
kind: Component
secretGenerator:
- name: credentials
  literals: [username=fogflow, password=changed]
patches:
- target: {kind: Deployment, name: rabbitmq}
  patch: |
    - op: add
      path: /spec/template/spec/containers/0/env/-
      value:
        name: PASSWORD
        valueFrom: {secretKeyRef: {name: credentials, key: password}}
`

function overlay(name: string, index: number): Record<string, string> {
  const images = components.map(component => `- name: fogflow/${component}\n  newTag: 3.2.${index % 9}\n`)
  const kustomization = `resources: [../../base]
components: [../../monitored, ../../secured]
namespace: ${name}
namePrefix: ${name}-
labels:
- pairs: {site: "${index}"}
  includeSelectors: true
configMapGenerator:
- name: config
  behavior: merge
  literals: [SITE=${index}]
images:
${images.join('')}replicas:
- {name: broker, count: ${(index % 3) + 1}}
- {name: worker, count: ${(index % 5) + 1}}
patches:
- path: worker.yaml
- target: {kind: Service, name: nginx}
  patch: |
    - op: add
      path: /spec/type
      value: NodePort
`
  const patch = `apiVersion: apps/v1
kind: Deployment
metadata:
  name: worker
spec:
  template:
    spec:
      containers:
      - name: worker
        env:
        - {name: SITE, value: "${index}"}
`
  return { 'kustomization.yaml': kustomization, 'worker.yaml': patch }
}
