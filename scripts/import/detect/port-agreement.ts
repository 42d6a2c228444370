import type { Position } from 'kustomize-ts'
import type { Detector } from '../defect.ts'
import { inCompose } from '../facts.ts'
import { numberAt, placeOf } from '../node.ts'
import { publishedPorts } from '../read/read-compose.ts'
import type { Component, Site } from '../site.ts'

export const portAgreement = {
  code: 'port-agreement',
  outcome: 'corrected',
  why: 'The component listens on one port and is called on another: nginx answers 502, a published port refuses.',
  here: 'one port for each component, in its config, its Service and nginx',
  *find(site) {
    for (const { component, key } of listeners)
      for (const { root } of site.configs) {
        const listening = numberAt(root, component, key)
        const calls = callsOf(site, component, key)
        const wrong = calls.filter(({ port }) => port !== listening)
        if (listening === undefined || wrong.length === 0) continue
        for (const { port, at, who } of wrong)
          yield { at, message: `${who} calls ${component} at port ${port}, and ${component}.${key} is ${listening}` }
        yield {
          at: placeOf(root, component, key),
          message: `${component}.${key} is ${listening}, and ${component} is called at port ${wrong[0]?.port}`,
        }
      }
  },
} satisfies Detector

/** The keys that say on which port a component listens for requests from outside of its site. */
const listeners: readonly { readonly component: Component; readonly key: string }[] = [
  { component: 'designer', key: 'webSrvPort' },
  { component: 'discovery', key: 'http_port' },
  { component: 'broker', key: 'http_port' },
]

interface Call {
  readonly who: string
  readonly port: number
  readonly at: Position
}

function callsOf(site: Site, component: Component, key: string): readonly Call[] {
  const named = site.workloads.filter(workload => workload.component === component)
  const routes = site.routes.filter(({ host }) => named.some(({ name }) => name === host))
  const others = site.configs.flatMap(({ root }) => [
    numberAt(root, component, 'agentPort'),
    numberAt(root, component, 'ldAgentPort'),
  ])
  const published = inCompose(site)
    .filter(workload => workload.component === component)
    .flatMap(publishedPorts)
    .filter(({ inside }) => !(key === 'webSrvPort' && others.includes(inside)))
  return [
    ...routes.map(({ port, at }) => ({ who: 'nginx', port, at })),
    ...published.map(({ inside, node }) => ({ who: 'a published port', port: inside, at: placeOf(node) })),
  ]
}
