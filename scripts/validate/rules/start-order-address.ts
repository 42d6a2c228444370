import type { Rule } from '../../model/rule.ts'
import { findAddresses } from '../read/address.ts'
import { dialledAddresses } from '../read/config-host.ts'
import { commandLine, containersOf } from '../read/container.ts'
import { at, number, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'

export const startOrderAddress = {
  id: 'start-order-address',
  severity: 'error',
  scope: 'cluster',
  summary: 'What a pod waits for before it starts is at the address that its config.json calls.',
  why: 'One of the two is wrong: the pod waits for ever for a machine that is not there, or starts and calls one (broker/main.go:36-50, worker/worker.go:62-80).',
  fix: 'write one address in both',
  kinds: ['ConfigMap', 'Secret'],
  *check(resource, cluster) {
    for (const config of configsIn(resource, cluster)) {
      const waited = waitedFor(config)
      for (const { host, port } of waited.length > 0 ? dialledAddresses(config.json, config.component) : []) {
        const [called, wanted] = [text(config.json, ...host) ?? '', number(config.json, ...port)]
        const others = waited.filter(one => one.port === wanted).map(one => one.host)
        if (!isAddress(called) || others.length === 0 || others.includes(called) || !others.every(isAddress)) continue
        const message = `${host.join('.')} is "${called}", and the pod waits for ${others.join(', ')} at port ${wanted}`
        yield configFinding(config, at(config.json, ...host), message)
      }
    }
  },
} satisfies Rule

/** What the init containers ask for. */
function waitedFor({ reader }: FogflowConfig) {
  return containersOf(reader.pod)
    .filter(({ role }) => role === 'init')
    .flatMap(commandLine)
    .flatMap(({ value }) => [...findAddresses(String(value))])
}

/** Names mean the same in several forms; numbers do not. */
function isAddress(host: string): boolean {
  return /^[\d.]+$|:/.test(host)
}
