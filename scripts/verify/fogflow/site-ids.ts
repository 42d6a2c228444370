import type { Scene } from '../scene.ts'

interface ConfigMap {
  readonly metadata: { readonly name: string; readonly labels?: Readonly<Record<string, string>> }
  readonly data?: Readonly<Record<string, string>>
}

/** The ConfigMaps in FogFlow's namespace. */
export async function listConfigMaps(scene: Scene): Promise<readonly ConfigMap[]> {
  const path = `/api/v1/namespaces/${scene.cluster.settings.namespace}/configmaps`
  const { items } = (await scene.read(path)) as { items: readonly ConfigMap[] }
  return items
}

/** The different ids that the configs of FogFlow in the cluster say. */
export async function listSiteIds(scene: Scene): Promise<readonly string[]> {
  const all = (await listConfigMaps(scene)).filter(
    ({ metadata }) => metadata.labels?.['app.kubernetes.io/part-of'] === 'fogflow',
  )
  const ids = all.flatMap(({ data }) => siteIdOf(data?.['config.json']) ?? [])
  return [...new Set(ids)].sort()
}

function siteIdOf(config: string | undefined): string | undefined {
  try {
    const { site_id: id } = JSON.parse(config ?? '{}') as { site_id?: unknown }
    return typeof id === 'string' ? id : undefined
  } catch {
    return undefined
  }
}
