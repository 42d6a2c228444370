import { type Node, nodeAt } from 'kustomize-ts'
import { numberAt, placeOf, scalarAt } from '../node.ts'
import type { Site } from '../site.ts'
import type { Context } from './context.ts'
import type { Setting } from './setting.ts'

const unusable = /[^A-Za-z0-9_-]+/g

/** The site id, made unique in the fleet, and the place on the map. */
export function findSite(site: Site, context: Context): readonly Setting[] {
  const [config] = site.configs
  return [findId(config?.root, context), ...findLocation(config?.root)]
}

function findId(root: Node | undefined, { takenIds, name }: Context): Setting {
  const path = ['site', 'id']
  const said = scalarAt(root, 'site_id')
  const slug = name.replace(unusable, '-')
  const wanted = (said?.text ?? '')
    .replace(unusable, '-')
    .replace(/^[-_]+/, '')
    .slice(0, 63)
  if (wanted === '') return { path, value: free(slug, takenIds), decide: 'the source has no site_id' }
  const value = free(takenIds.has(wanted) ? `${wanted}-${slug}` : wanted, takenIds)
  const at = said?.at
  if (takenIds.has(wanted))
    return { path, value, at, decide: `another cluster has the site_id "${wanted}", and no two may share one` }
  return {
    path,
    value,
    at,
    decide:
      value === said?.text
        ? undefined
        : `the site_id ${JSON.stringify(said?.text)} has characters that a queue name cannot have`,
  }
}

function free(wanted: string, taken: ReadonlySet<string>): string {
  const base = wanted.slice(0, 60)
  const names = [base, ...Array.from({ length: 100 }, (_, index) => `${base}-${index + 2}`)]
  return names.find(name => !taken.has(name)) ?? base
}

function findLocation(root: Node | undefined): readonly Setting[] {
  const place = root && nodeAt(root, ['physical_location'])
  const [latitude, longitude] = [numberAt(place, 'latitude'), numberAt(place, 'longitude')]
  const isOnEarth =
    latitude !== undefined && longitude !== undefined && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180
  const decide = 'the source does not say where the site is: FogFlow gives a task to the nearest worker'
  return [
    {
      path: ['site', 'location', 'latitude'],
      value: isOnEarth ? latitude : 0,
      at: place && placeOf(place),
      decide: isOnEarth ? undefined : decide,
    },
    { path: ['site', 'location', 'longitude'], value: isOnEarth ? longitude : 0, at: place && placeOf(place) },
  ]
}
