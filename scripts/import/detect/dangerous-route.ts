import type { Detector } from '../defect.ts'
import { inCompose, publishedServices, selectedBy } from '../facts.ts'
import { itemsAt, numberAt, placeOf } from '../node.ts'
import { publishedPorts } from '../read/read-compose.ts'
import { releaseOfImage } from '../release.ts'
import type { Workload } from '../site.ts'

export const dangerousRoute = {
  code: 'dangerous-route',
  outcome: 'corrected',
  why: 'One GET /ngsi9/subscription/x, by anyone, ends discovery and with it all registrations (discovery/fastDiscovery.go:462-466).',
  here: 'nginx is the one front door, and refuses that path',
  *find(site) {
    for (const { location, at } of site.routes)
      if (location.startsWith('/ngsi9'))
        yield { at, message: `nginx lets everything below ${location} through to discovery` }
    for (const service of publishedServices(site))
      for (const [index, port] of itemsAt(service.root, 'spec', 'ports').entries())
        if (
          selectedBy(service, site).some(workload =>
            leadsToDiscovery(workload, numberAt(port, 'targetPort') ?? numberAt(port, 'port')),
          )
        )
          yield {
            at: placeOf(service.root, 'spec', 'ports', index),
            message: `the Service "${service.id.name}" leads from outside to discovery, unfiltered`,
          }
    for (const workload of inCompose(site))
      for (const { inside, node } of publishedPorts(workload))
        if (leadsToDiscovery(workload, inside))
          yield {
            at: placeOf(node),
            message: `the published port of ${workload.component} lets everything through to discovery`,
          }
  },
} satisfies Detector

/** Discovery itself, and the designer's web port, which passes /ngsi9 on since 3.2.8 (designer/main.js:303-316). */
function leadsToDiscovery(workload: Workload, port: number | undefined): boolean {
  if (workload.component === 'discovery') return port === 8090
  return workload.component === 'designer' && port === 8080 && releaseOfImage(workload) === '3.2.8'
}
