import type { Detector } from '../defect.ts'
import { componentsOf, roleOf } from '../facts.ts'
import { numberAt, placeOf } from '../node.ts'
import type { Component } from '../site.ts'

export const portNotKept = {
  code: 'port-not-kept',
  outcome: 'lost',
  why: 'Whoever calls the component at the old port from outside, a device or a bookmark, has to learn the new one.',
  here: 'the ports that FogFlow documents: they are part of the bases',
  *find(site) {
    for (const config of site.configs)
      for (const { path, usual } of usualPorts(roleOf(site))) {
        const port = numberAt(config.root, ...path)
        if (port !== undefined && port !== usual && componentsOf(config, site).includes(path[0]))
          yield { at: placeOf(config.root, ...path), message: `${path.join('.')} is ${port}, and becomes ${usual}` }
      }
  },
} satisfies Detector

const usualPorts = (role: 'cloud' | 'edge'): readonly { path: readonly [Component, string]; usual: number }[] => [
  { path: ['broker', 'http_port'], usual: role === 'cloud' ? 8070 : 8060 },
  { path: ['master', 'ngsi_agent_port'], usual: 1060 },
  { path: ['master', 'rest_api_port'], usual: 8010 },
  { path: ['designer', 'webSrvPort'], usual: 8080 },
  { path: ['designer', 'agentPort'], usual: 1030 },
]
