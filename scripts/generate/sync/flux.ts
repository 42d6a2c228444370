import type { Cluster } from '../../model/cluster.ts'
import type { GeneratedFile } from '../../model/generated-file.ts'
import type { Site } from '../site.ts'
import { type Block, derive, type Value } from '../text/derived.ts'
import { toFile } from '../text/to-file.ts'

type Document = { readonly [key: string]: Value | undefined }

const namespace = 'flux-system'
const source = { kind: 'GitRepository', name: 'fogflow' }

/**
 * sync/flux.yaml: the cluster pulls its own folders. `kubectl apply -f` on it once starts all; after that it applies
 * itself, too (without pruning, so that a mistake here never removes the cluster's FogFlow).
 */
export function generateFlux({ cluster }: Site): readonly GeneratedFile[] {
  const { settings } = cluster
  return [
    toFile(
      cluster,
      'sync/flux.yaml',
      gitRepository(cluster),
      kustomization('fogflow-sync', `./clusters/${cluster.name}/sync`, { prune: false, wait: false, timeout: '2m' }),
      kustomization('fogflow-platform', `./clusters/${cluster.name}/platform`, {
        prune: true,
        wait: true,
        timeout: '5m',
        decryption:
          settings.secrets.provider === 'sops' ? { provider: 'sops', secretRef: { name: 'sops-age' } } : undefined,
      }),
      // What the account below may do is bound in FogFlow's namespace, which platform/ makes.
      kustomization('fogflow-account', './base/flux-account', {
        prune: true,
        wait: true,
        timeout: '2m',
        dependsOn: [{ name: 'fogflow-platform' }],
        targetNamespace: derive(settings.namespace, 'namespace'),
      }),
      account,
      kustomization('fogflow', `./clusters/${cluster.name}/fogflow`, {
        prune: true,
        wait: true, // health checks of all that it applies
        timeout: '15m', // images are pulled over slow links, and components wait for each other
        dependsOn: [{ name: 'fogflow-account' }],
        serviceAccountName: 'fogflow',
      }),
    ),
  ]
}

function gitRepository(cluster: Cluster): Document {
  const { url, branch } = cluster.settings.repository
  return {
    apiVersion: 'source.toolkit.fluxcd.io/v1',
    kind: 'GitRepository',
    metadata: { name: source.name, namespace },
    spec: {
      interval: '1m',
      timeout: '1m',
      url: derive(url, 'repository', 'url'),
      ref: { branch: derive(branch, 'repository', 'branch') },
      ignore: ignoreOthers(cluster),
    },
  }
}

/** In the way of .gitignore: of the repository, an artifact holds what this cluster needs, and nothing of its siblings. */
function ignoreOthers({ name }: Cluster): Block {
  const folders = name.split('/').map((_, index, parts) => `/clusters/${parts.slice(0, index + 1).join('/')}`)
  const above = ['/clusters', ...folders.slice(0, -1)].flatMap(folder => [`!${folder}`, `${folder}/*`])
  return { lines: ['/*', '!/base', '!/overlays', ...above, `!${folders.at(-1)}`].map(text => ({ text })) }
}

function kustomization(name: string, path: string, spec: { readonly [key: string]: Value | undefined }): Document {
  return {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name, namespace },
    spec: { interval: '10m', retryInterval: '1m', sourceRef: source, path, ...spec },
  }
}

/** Has no rights but those that base/flux-account gives it. */
const account: Document = {
  apiVersion: 'v1',
  kind: 'ServiceAccount',
  metadata: { name: 'fogflow', namespace },
  automountServiceAccountToken: false,
}
