import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { type Container, containersOf, environmentOf } from '../read/container.ts'
import { at, type Field, isSet, text } from '../read/field.ts'
import { configFinding, configsIn, type FogflowConfig } from '../read/fogflow-config.ts'
import { memoize } from '../read/memoize.ts'
import { podsOf } from '../read/pod.ts'
import { runs } from '../read/program.ts'

export const credentialDrift = {
  id: 'credential-drift',
  severity: 'error',
  scope: 'cluster',
  summary: 'The user and password of RabbitMQ in a config.json are those that RabbitMQ itself is given.',
  why: 'RabbitMQ refuses the connection; master and worker give up after 11 tries, for good, and stay running (master/master.go:108-124, worker/worker.go:62-80).',
  fix: 'take both from one Secret',
  kinds: ['ConfigMap', 'Secret'],
  alsoCompose: true,
  *check(resource, cluster) {
    const server = serverOf(cluster)
    for (const config of server ? configsIn(resource, cluster) : [])
      for (const [key, variable] of credentials) {
        const field = at(config.json, 'rabbitmq', key)
        const [own, served] = [originOf(config, field), server && variableOf(server, variable)]
        if (own === undefined || served === undefined || own === served) continue
        const message = `rabbitmq.${key} comes from ${describe(own)}, ${variable} of container "${server?.name}" from ${describe(served)}`
        yield configFinding(config, field, message)
      }
  },
} satisfies Rule

const credentials = [
  ['username', 'RABBITMQ_DEFAULT_USER'],
  ['password', 'RABBITMQ_DEFAULT_PASS'],
] as const

/** Undefined where there are several, of which nobody knows who is whose. */
const serverOf = memoize((cluster: ClusterView): Container | undefined => {
  const servers = podsOf(cluster)
    .flatMap(containersOf)
    .filter(container => container.role === 'main' && runs(container, /^rabbitmq$/))
  return servers.length === 1 ? servers[0] : undefined
})

/** Where a value comes from: the text itself, or the key of a Secret; undefined where Git cannot know. */
function originOf({ filler, reader }: FogflowConfig, field: Field): string | undefined {
  const value = text(field)
  const name = /^\$\{([A-Z][A-Z0-9_]*)\}$/.exec(value ?? '')?.[1]
  if (name !== undefined) return variableOf(filler ?? reader, name)
  return value === undefined || value.includes('$') ? undefined : `text ${value}`
}

function variableOf(container: Container, name: string): string | undefined {
  const entry = environmentOf(container).get(name)
  const secret = entry && at(entry, 'valueFrom', 'secretKeyRef')
  if (secret && isSet(secret))
    return `Secret ${container.pod.namespace ?? ''}/${text(secret, 'name')}[${text(secret, 'key')}]`
  const value = entry && text(entry, 'value')
  return value === undefined || value.includes('$') ? undefined : `text ${value}`
}

/** A password is not repeated in a report. */
function describe(origin: string): string {
  return origin.startsWith('text ') ? 'a text of its own' : origin
}
