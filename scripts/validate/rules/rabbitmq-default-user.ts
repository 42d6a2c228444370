import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { containersIn, environmentOf } from '../read/container.ts'
import { at, type Field, isSet, items, pathOf, text } from '../read/field.ts'
import { fogflowConfigs } from '../read/fogflow-config.ts'
import { podKinds } from '../read/pod.ts'
import { runs } from '../read/program.ts'

const names = ['RABBITMQ_DEFAULT_USER', 'RABBITMQ_DEFAULT_PASS']

export const rabbitmqDefaultUser = {
  id: 'rabbitmq-default-user',
  severity: 'error',
  scope: 'cluster',
  summary: 'RabbitMQ is given the user and the password that FogFlow calls it with.',
  why: 'Without them it makes the user guest, who may call from its own machine only (RabbitMQ, "Access Control"): master, worker and designer are refused, and master gives up for good after 11 s (master/master.go:108-124).',
  fix: 'set RABBITMQ_DEFAULT_USER and RABBITMQ_DEFAULT_PASS from the Secret that the others read',
  kinds: podKinds.filter(kind => kind !== 'Job' && kind !== 'CronJob'),
  *check(resource, cluster) {
    if (!isCalled(cluster)) return
    for (const container of containersIn(resource)) {
      if (container.role === 'init' || !runs(container, /^rabbitmq$/) || hasFiles(container.field)) continue
      const known = environmentOf(container)
      const missing = names.filter(name => !isGiven(known.get(name)))
      if (missing.length === 0 || items(container.field, 'envFrom').length > 0) continue
      const message = `container "${container.name}" is given no ${missing.join(' and no ')}`
      yield { path: pathOf(at(container.field, 'env')), at: 'key', message }
    }
  },
} satisfies Rule

/** By a component of FogFlow, whose config.json has a password for it. */
function isCalled(cluster: ClusterView): boolean {
  return fogflowConfigs(cluster).some(({ json }) => isSet(at(json, 'rabbitmq')))
}

function isGiven(variable: Field | undefined): boolean {
  return variable !== undefined && (isSet(at(variable, 'value')) || isSet(at(variable, 'valueFrom')))
}

/** Users may also come from a configuration or from definitions: what stands in them is not read here. */
function hasFiles(container: Field): boolean {
  return items(container, 'volumeMounts').some(mount => (text(mount, 'mountPath') ?? '').startsWith('/etc/rabbitmq'))
}
