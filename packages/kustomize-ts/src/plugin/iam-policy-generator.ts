import { makeItem } from '../accumulate/accumulation.ts'
import { struct, text } from '../kustomization/decode.ts'
import { makeMap, setTextAt } from '../node/set-text.ts'
import { decodeConfig, type GeneratorPlugin } from './plugin.ts'

const fields = {
  cloud: text,
  kubernetesService: struct({ name: text, namespace: text }),
  serviceAccount: struct({ name: text, projectId: text }),
}

/** A ServiceAccount of Kubernetes that acts as one of Google Cloud. */
export const iamPolicyGenerator: GeneratorPlugin = (config, target) => {
  const args = decodeConfig(config, fields, target)
  if (args === undefined) return []
  const { cloud, kubernetesService, serviceAccount } = args
  if (cloud?.text !== 'gke') {
    const message = `cloud provider ${cloud?.text ?? ''} not supported yet`
    const source = cloud?.at ?? config.at
    target.build.report({ code: 'unknown-cloud', severity: 'error', message, fix: 'write `cloud: gke`', source })
    return []
  }
  const account = `${serviceAccount?.name?.text ?? ''}@${serviceAccount?.projectId?.text ?? ''}.iam.gserviceaccount.com`
  const texts: readonly (readonly [readonly string[], string])[] = [
    [['apiVersion'], 'v1'],
    [['kind'], 'ServiceAccount'],
    [['metadata', 'annotations', 'iam.gke.io/gcp-service-account'], account],
    [['metadata', 'name'], kubernetesService?.name?.text ?? ''],
    ...(kubernetesService?.namespace?.text
      ? [[['metadata', 'namespace'], kubernetesService.namespace.text] as const]
      : []),
  ]
  const root = texts.reduce((map, [path, value]) => setTextAt(map, path, value, config.at), makeMap(config.at))
  const id = { apiVersion: 'v1', kind: 'ServiceAccount', name: kubernetesService?.name?.text ?? '' }
  return [{ item: makeItem({ id, root }), behavior: 'unspecified', at: config.at }]
}
