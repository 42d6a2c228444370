import type { ScalarNode } from 'kustomize-ts'
import { isReachable } from '../address.ts'
import { publishedServices, roleOf, selectedBy } from '../facts.ts'
import { itemsAt, scalarAt } from '../node.ts'
import type { Site } from '../site.ts'
import type { Context } from './context.ts'
import type { Setting } from './setting.ts'

/**
 * Where other sites reach this one: the addresses of its published Services first, since traffic really arrives there,
 * then what its config says. Where the source has none that can be used and one is needed, an address that is reserved
 * for documentation (RFC 5737) keeps the place, for a person to replace.
 */
export function findAddress(site: Site, context: Context): readonly Setting[] {
  const path = ['address']
  const said = candidates(site)
  const usable = said.find(({ text }) => isReachable(text) && !context.takenAddresses.has(text))
  if (usable) return [{ path, value: usable.text, at: usable.at }]
  const told = context.addressesByEdges.find(address => isReachable(address) && !context.takenAddresses.has(address))
  if (told !== undefined)
    return [{ path, value: told, decide: 'the edges call their cloud there; this site itself does not say so' }]
  if (roleOf(site) === 'cloud' && !context.hasEdges) return []
  const [first] = said
  return [{ path, value: placeholder(context), at: first?.at, decide: reasonFor(first, context) }]
}

function candidates(site: Site): readonly ScalarNode[] {
  const front = roleOf(site) === 'edge' ? ['broker'] : ['designer', 'nginx', 'broker', 'rabbitmq', 'discovery']
  const services = publishedServices(site).filter(service =>
    selectedBy(service, site).some(({ component }) => component !== undefined && front.includes(component)),
  )
  const published = services.flatMap(({ root }) => itemsAt(root, 'spec', 'externalIPs'))
  const charts = site.values.flatMap(values => [
    ...itemsAt(values, 'externalIPs'),
    ...itemsAt(values, 'Service', 'spec', 'externalIPs'),
  ])
  return [...published, ...charts].flatMap(node => (node.kind === 'scalar' ? [node] : [])).concat(inConfigs(site))
}

/** An edge that says it is where its cloud is does not say where it is. */
function inConfigs(site: Site): readonly ScalarNode[] {
  const own = [
    'external_ip',
    'external_hostip',
    ...(roleOf(site) === 'cloud' ? ['coreservice_ip'] : []),
    'my_hostip',
    'internal_hostip',
  ]
  return site.configs.flatMap(({ root }) => {
    const cloud = roleOf(site) === 'edge' ? scalarAt(root, 'coreservice_ip')?.text : undefined
    return own.flatMap(key => scalarAt(root, key) ?? []).filter(({ text }) => text !== '' && text !== cloud)
  })
}

function placeholder({ takenAddresses }: Context): string {
  const all = Array.from({ length: 254 }, (_, index) => `192.0.2.${index + 1}`)
  return all.find(address => !takenAddresses.has(address)) ?? '192.0.2.1'
}

function reasonFor(said: ScalarNode | undefined, { takenAddresses }: Context): string {
  const instead = 'write the address at which other sites reach this one; 192.0.2.x leads nowhere'
  if (said === undefined) return `the source has no address of this site: ${instead}`
  const why = takenAddresses.has(said.text)
    ? 'is the address of another cluster'
    : 'leads to this site from nowhere else'
  return `"${said.text}" of the source ${why}: ${instead}`
}
