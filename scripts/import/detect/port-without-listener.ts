import type { Position } from 'kustomize-ts'
import type { Detector } from '../defect.ts'
import { inCompose, inKubernetes, selectedBy } from '../facts.ts'
import { itemsAt, numberAt, placeOf } from '../node.ts'
import { publishedPorts } from '../read/read-compose.ts'
import type { Component, Site } from '../site.ts'

export const portWithoutListener = {
  code: 'port-without-listener',
  outcome: 'corrected',
  why: 'Whoever calls the port is refused.',
  here: 'only ports that something listens on',
  *find(site) {
    for (const { component, port, at } of [...portsOfPods(site), ...portsOfServices(site), ...portsOfCompose(site)])
      if (component === 'designer' && port === agent)
        yield { at, message: `nothing in the designer listens on port ${agent}` }
  },
} satisfies Detector

/** designer.ldAgentPort: designer/main.js stores it, and nothing listens on it. */
const agent = 1090

interface DeclaredPort {
  readonly component: Component | undefined
  readonly port: number | undefined
  readonly at: Position
}

function portsOfPods(site: Site): readonly DeclaredPort[] {
  return inKubernetes(site).flatMap(({ component, container }) =>
    itemsAt(container, 'ports').map((port, index) => ({
      component,
      port: numberAt(port, 'containerPort'),
      at: placeOf(container, 'ports', index),
    })),
  )
}

function portsOfServices(site: Site): readonly DeclaredPort[] {
  const services = site.resources.filter(({ id }) => id.kind === 'Service')
  return services.flatMap(service =>
    selectedBy(service, site).flatMap(({ component }) =>
      itemsAt(service.root, 'spec', 'ports').map((port, index) => ({
        component,
        port: numberAt(port, 'targetPort') ?? numberAt(port, 'port'),
        at: placeOf(service.root, 'spec', 'ports', index),
      })),
    ),
  )
}

function portsOfCompose(site: Site): readonly DeclaredPort[] {
  return inCompose(site).flatMap(workload =>
    publishedPorts(workload).map(({ inside, node }) => ({
      component: workload.component,
      port: inside,
      at: placeOf(node),
    })),
  )
}
