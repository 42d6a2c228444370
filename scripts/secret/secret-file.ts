import { join } from 'node:path'
import { parseDocuments, toValue } from 'kustomize-ts'
import type { Cluster } from '../model/cluster.ts'
import type { SecretName } from './secret-name.ts'

/** The file that `npm run secret` writes for a cluster, absolute. */
export const secretFileOf = ({ folder }: Pick<Cluster, 'folder'>): string => join(folder, 'platform/secret.yaml')

/** The Secret that the components of base/ refer to. */
export const secretNameOf = ({ settings }: Pick<Cluster, 'settings'>): SecretName => ({
  namespace: settings.namespace,
  name: 'rabbitmq',
})

const kinds: readonly unknown[] = ['Secret', 'SealedSecret', 'ExternalSecret']

/** Whether a file is one that `npm run secret` may replace: one object that gives the cluster this credential. */
export function isSecretFile(text: string, { name }: SecretName): boolean {
  const { documents, diagnostics } = parseDocuments(text, '')
  const [document, ...others] = documents
  if (document === undefined || others.length > 0 || diagnostics.length > 0) return false
  const value = toValue(document) as { kind?: unknown; metadata?: { name?: unknown } } | null
  return kinds.includes(value?.kind) && value?.metadata?.name === name
}
