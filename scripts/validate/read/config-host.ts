import { type Field, text } from './field.ts'
import type { FogflowComponent } from './program.ts'

/** A key of config.json that holds a host name, with the ports under which FogFlow dials or advertises it. */
export interface HostKey {
  readonly path: readonly string[]
  readonly ports: readonly (readonly string[])[]
}

const discovery = ['discovery', 'http_port']
const broker = ['broker', 'http_port']
const rabbitmq = ['rabbitmq', 'port']

/**
 * FogFlow's host names: what a component's own `host_ip` does not say comes from the site's address, in this order
 * (common/config/config.go:100-218, designer/main.js:65-68, 116-154 of release 3.2.8).
 */
export function hostKeys(json: Field, component: FogflowComponent): readonly HostKey[] {
  const has = (part: string) => (text(json, part, 'host_ip') ?? '') !== ''
  const isPublic = ['external_ip', 'external_hostip'].some(key => (text(json, key) ?? '') !== '')
  const advertised = component === 'broker' && !has('broker') ? [broker] : []
  return [
    { path: ['discovery', 'host_ip'], ports: [discovery] },
    { path: ['broker', 'host_ip'], ports: [broker] },
    {
      path: ['master', 'host_ip'],
      ports: [
        ['master', 'ngsi_agent_port'],
        ['master', 'rest_api_port'],
      ],
    },
    {
      path: ['designer', 'host_ip'],
      ports: [
        ['designer', 'webSrvPort'],
        ['designer', 'agentPort'],
      ],
    },
    { path: ['rabbitmq', 'host_ip'], ports: [rabbitmq] },
    { path: ['persistent_storage', 'host_ip'], ports: [['persistent_storage', 'port']] },
    {
      path: ['coreservice_ip'],
      ports: [...(has('discovery') ? [] : [discovery]), ...(has('rabbitmq') ? [] : [rabbitmq])],
    },
    ...['external_ip', 'external_hostip'].map(key => ({ path: [key], ports: advertised })),
    ...['my_hostip', 'internal_hostip'].map(key => ({ path: [key], ports: isPublic ? [] : advertised })),
  ]
}
