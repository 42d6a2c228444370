import type { Site } from '../site.ts'
import { type Block, isBlock, isDerived, type Value } from '../text/derived.ts'
import { writeJson } from '../text/write-json.ts'
import { type Component, keysOf } from './keys.ts'
import { valuesFor } from './values.ts'

type Map = { [key: string]: Value | undefined }

/** The order in which config.json is written: as FogFlow's own samples have it. */
const order = [
  'coreservice_ip',
  'my_hostip',
  'internal_hostip',
  'external_ip',
  'external_hostip',
  'site_id',
  'physical_location',
  'logging',
  'discovery',
  'broker',
  'master',
  'designer',
  'worker',
  'rabbitmq',
  'persistent_storage',
  'https',
]

/** Components of a site, in the order of their names. */
export function componentsOf({ cluster }: Site): readonly Component[] {
  return cluster.settings.role === 'edge'
    ? ['broker', 'worker']
    : ['broker', 'designer', 'discovery', 'master', 'worker']
}

/** The config.json of a component: exactly the keys that the component of that release reads. */
function configOf(component: Component, site: Site): Value {
  const keys = keysOf[site.cluster.settings.release][component].split(' ')
  const values = valuesFor(component, site)
  const config: Map = {}
  for (const key of keys.sort(byOrder)) {
    const [group = '', name] = key.split('.')
    if (values[key] === undefined) continue
    config[group] = name === undefined ? values[key] : { ...asMap(config[group]), [name]: values[key] }
  }
  return config as Value
}

/** As a literal of a configMapGenerator: a key, an equals sign and the text. */
export function configLiteral(component: Component, site: Site): Block {
  const [first, ...rest] = writeJson(configOf(component, site))
  return { lines: [{ ...first, text: `config.json=${first?.text}` }, ...rest] }
}

function byOrder(one: string, other: string): number {
  const rank = (key: string) => order.indexOf(key.split('.')[0] ?? '')
  return rank(one) - rank(other) || (one < other ? -1 : 1)
}

function asMap(value: Value | undefined): Map {
  const isMap = typeof value === 'object' && !Array.isArray(value) && !isDerived(value) && !isBlock(value)
  return isMap ? { ...(value as Map) } : {}
}
