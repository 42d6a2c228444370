import { positionOf } from 'kustomize-ts'
import { placeOf } from '../place-of.ts'
import type { SettingsCheck } from '../settings-check.ts'

/** Broker, master and worker are called after the site id, and so are their queues: two sites take each other's messages. */
export const duplicateSiteId = {
  code: 'duplicate-site-id',
  severity: 'error',
  *check(cluster, fleet) {
    const { id } = cluster.settings.site
    const twin = fleet
      .groupBy('site', ({ settings }) => [settings.site.id])
      .get(id)
      ?.find(other => other !== cluster)
    if (!twin) return
    const path = ['site', 'id']
    const message = `site.id "${id}" is also that of the cluster "${twin.name}" (${placeOf(fleet, positionOf(twin.root, path))})`
    yield { path, message, fix: 'give each cluster a site.id of its own: FogFlow names workers and queues after it' }
  },
} satisfies SettingsCheck
