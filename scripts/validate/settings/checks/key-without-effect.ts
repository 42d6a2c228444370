import { nodeAt, type Path, positionOf } from 'kustomize-ts'
import type { Cluster } from '../../../model/cluster.ts'
import type { SettingsCheck } from '../settings-check.ts'

/** A key that this cluster writes itself and that does nothing for it. One that is inherited may be for its siblings. */
export const keyWithoutEffect = {
  code: 'key-without-effect',
  severity: 'error',
  *check(cluster) {
    for (const { path, why } of listIdleKeys(cluster)) {
      if (nodeAt(cluster.root, path) === undefined || !isOwn(cluster, path)) continue
      yield { path, at: 'key', message: `${path.join('.')} does nothing here: ${why}`, fix: 'delete it' }
    }
  },
} satisfies SettingsCheck

function isOwn({ root, folder }: Cluster, path: Path): boolean {
  return positionOf(root, path).file.startsWith(`${folder}/`)
}

function listIdleKeys({ settings }: Cluster): readonly { path: Path; why: string }[] {
  const idle = (isIdle: boolean, why: string, ...paths: Path[]) => (isIdle ? paths.map(path => ({ path, why })) : [])
  const { role, engine, release, secrets } = settings
  const isEdge = role === 'edge'
  const cloudImages = ['designer', 'dgraph', 'discovery', 'master', 'nginx', 'rabbitmq'].map(name => ['images', name])
  return [
    ...idle(isEdge, 'an edge has only a broker and workers', ['ingress'], ['storage'], ...cloudImages),
    ...idle(!isEdge, 'only an edge belongs to a cloud', ['cloud']),
    ...idle(engine === 'flux', 'the engine is flux', ['argocd']),
    ...idle(
      !isEdge && release === '3.2.8',
      'release 3.2.8 has no Dgraph',
      ['images', 'dgraph'],
      ['storage', 'sizes', 'dgraph'],
    ),
    ...idle(secrets.provider !== 'sops', `the provider is ${secrets.provider}`, ['secrets', 'ageRecipient']),
    ...idle(secrets.provider !== 'sealed-secrets', `the provider is ${secrets.provider}`, ['secrets', 'certificate']),
    ...idle(secrets.provider !== 'external-secrets', `the provider is ${secrets.provider}`, ['secrets', 'store']),
  ]
}
