import type { Cluster } from '../../model/cluster.ts'
import type { GeneratedFile } from '../../model/generated-file.ts'
import { slugOf } from '../../model/slug.ts'
import type { Site } from '../site.ts'
import { type Derived, derive, type Value } from '../text/derived.ts'
import { toFile } from '../text/to-file.ts'

type Document = { readonly [key: string]: Value | undefined }

const namespace = 'argocd'
const inCluster = 'https://kubernetes.default.svc'
const metadata = { name: 'fogflow', namespace }
/** What an ApplicationSet reads of each cluster that it keeps in sync. */
const parameters = 'parameters.yaml'

/**
 * sync/: the parameters of this cluster for the ApplicationSet of its management cluster; and on the management cluster
 * that ApplicationSet, its project, and an Application for these objects themselves (`kubectl apply -f` it once).
 */
export function generateArgocd(site: Site): readonly GeneratedFile[] {
  const { cluster, managed } = site
  const objects = [appProject(site), applicationSet(site), ownApplication(cluster)]
  return [
    toFile(cluster, `sync/${parameters}`, listParameters(site)),
    ...(managed.length > 0 ? [toFile(cluster, 'sync/argocd.yaml', ...objects)] : []),
  ]
}

function listParameters({ cluster, management }: Site): Document {
  const { namespace: target, repository } = cluster.settings
  return {
    cluster: slugOf(cluster),
    management: derive(slugOf(management), 'argocd', 'management'),
    folder: `clusters/${cluster.name}`,
    namespace: derive(target, 'namespace'),
    repository: derive(repository.url, 'repository', 'url'),
    branch: derive(repository.branch, 'repository', 'branch'),
    destination: destinationOf(cluster),
  }
}

/** A cluster as Argo CD knows it: itself, the address of an API server, or the name of one. */
function destinationOf({ settings: { argocd } }: Cluster): { readonly server: Value } | { readonly name: Value } {
  const { destination } = argocd
  if (destination === undefined) return { server: inCluster }
  const value: Derived = derive(destination, 'argocd', 'destination')
  return /^https?:/.test(destination) ? { server: value } : { name: value }
}

/** What the Applications may do: this repository, these clusters, FogFlow's namespaces, and the kinds that it consists of. */
function appProject({ cluster, managed }: Site): Document {
  const urls = [...new Set(managed.map(({ settings }) => settings.repository.url))].sort()
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'AppProject',
    metadata,
    spec: {
      description: `FogFlow on the clusters that ${cluster.name} manages`,
      sourceRepos: urls,
      destinations: [
        { server: inCluster, namespace },
        ...managed.flatMap(one => namespacesOf(one).map(name => ({ ...destinationOf(one), namespace: name }))),
      ],
      clusterResourceWhitelist: [
        { group: '', kind: 'Namespace' },
        { group: 'admissionregistration.k8s.io', kind: 'MutatingAdmissionPolicy' },
        { group: 'admissionregistration.k8s.io', kind: 'MutatingAdmissionPolicyBinding' },
      ],
      namespaceResourceWhitelist: namespacedKinds.map(([group, kind]) => ({ group, kind })),
    },
  }
}

function namespacesOf({ settings }: Cluster): readonly Derived[] {
  const tasks = Array.from({ length: settings.worker.replicas }, (_, index) => `${settings.taskNamespace}-${index}`)
  return [derive(settings.namespace, 'namespace'), ...tasks.map(name => derive(name, 'taskNamespace'))]
}

/** Everything namespaced that the bases have, the objects of the secret providers, and Argo CD's own for sync/. */
const namespacedKinds: readonly (readonly [string, string])[] = [
  ['', 'ConfigMap'],
  ['', 'LimitRange'],
  ['', 'PersistentVolumeClaim'],
  ['', 'ResourceQuota'],
  ['', 'Secret'],
  ['', 'Service'],
  ['', 'ServiceAccount'],
  ['apps', 'Deployment'],
  ['apps', 'StatefulSet'],
  ['argoproj.io', 'AppProject'],
  ['argoproj.io', 'Application'],
  ['argoproj.io', 'ApplicationSet'],
  ['bitnami.com', 'SealedSecret'],
  ['external-secrets.io', 'ExternalSecret'],
  ['networking.k8s.io', 'Ingress'],
  ['networking.k8s.io', 'NetworkPolicy'],
  ['policy', 'PodDisruptionBudget'],
  ['rbac.authorization.k8s.io', 'Role'],
  ['rbac.authorization.k8s.io', 'RoleBinding'],
]

/** No PruneLast: before it prunes last, Argo CD waits for the health of all else, without an end, and takes no other commit. */
const syncOptions = ['ServerSideApply=true', 'FailOnSharedResource=true', 'CreateNamespace=false']
/**
 * Argo CD never deletes all that an Application has, whatever the repository seems to say: allowEmpty is false. It is not
 * written here, since the ApplicationSet controller takes a false out again, which would look like a change by hand.
 */
const automated = { prune: true, selfHeal: true }
/** With the newest commit, not the one that failed: a revert waits for the next try, and for no more than maxDuration. */
const retry = { limit: 10, refresh: true, backoff: { duration: '30s', factor: 2, maxDuration: '2m' } }

function applicationSet({ cluster }: Site): Document {
  const { url, branch } = cluster.settings.repository
  const files = [{ path: `clusters/**/sync/${parameters}` }]
  const revision = derive(branch, 'repository', 'branch')
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata,
    spec: {
      goTemplate: true,
      goTemplateOptions: ['missingkey=error'],
      generators: [
        {
          git: { repoURL: derive(url, 'repository', 'url'), revision, files, requeueAfterSeconds: 180 },
          selector: { matchLabels: { management: slugOf(cluster) } },
        },
      ],
      // A cluster that vanishes from the repository by mistake keeps its Application, and that its objects.
      syncPolicy: { applicationsSync: 'create-update', preserveResourcesOnDeletion: true },
      template: {
        metadata: { name: 'fogflow-{{ .cluster }}', labels: { 'app.kubernetes.io/part-of': 'fogflow' } },
        spec: {
          project: 'fogflow',
          sources: ['platform', 'fogflow'].map(folder => ({
            repoURL: '{{ .repository }}',
            targetRevision: '{{ .branch }}',
            path: `{{ .folder }}/${folder}`,
          })),
          destination: { namespace: '{{ .namespace }}' },
          syncPolicy: { automated, syncOptions, retry },
        },
      },
      // A field that is there for some clusters only: as a template, since a plain one may not be empty.
      templatePatch: { lines: destinationTemplate.map(text => ({ text })) },
    },
  }
}

const destinationTemplate: readonly string[] = [
  'spec:',
  '  destination:',
  '    {{- if hasKey .destination "server" }}',
  '    server: {{ .destination.server | quote }}',
  '    {{- else }}',
  '    name: {{ .destination.name | quote }}',
  '    {{- end }}',
]

/** Keeps sync/ of the management cluster itself current, without ever pruning there. */
function ownApplication(cluster: Cluster): Document {
  const { url, branch } = cluster.settings.repository
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'fogflow-sync', namespace },
    spec: {
      project: 'fogflow',
      source: {
        repoURL: derive(url, 'repository', 'url'),
        targetRevision: derive(branch, 'repository', 'branch'),
        path: `clusters/${cluster.name}/sync`,
        directory: { include: 'argocd.yaml' },
      },
      destination: { server: inCluster, namespace },
      syncPolicy: { automated: { ...automated, prune: false }, syncOptions: ['ServerSideApply=true'], retry },
    },
  }
}
