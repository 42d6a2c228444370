import type { ClusterView } from '../../model/cluster-view.ts'
import type { Finding, Rule } from '../../model/rule.ts'
import { type Container, commandLine, containersIn, containersOf, isPort, portsOfContainer } from '../read/container.ts'
import { checkEndpoint, misspeltEndpoint } from '../read/endpoint.ts'
import { expand, podInstances } from '../read/environment.ts'
import { at, type Field, items, pathOf, text } from '../read/field.ts'
import { podsAt } from '../read/host.ts'
import { podKinds } from '../read/pod.ts'
import { findInText } from '../read/text.ts'

const url = /\bhttps?:\/\/(?<host>[^\s:/'"]+)(?::(?<port>\d+))?(?<at>\/[^\s'"]*)/dg

export const urlEndpoint = {
  id: 'url-endpoint',
  severity: 'error',
  scope: 'cluster',
  summary: 'A URL of FogFlow on a command line or in a variable has a path that the component answers.',
  why: 'A wait for a path that nobody answers never ends, and the pod never starts; GET /ngsi9/subscription/<anything> ends discovery.',
  fix: 'ask for the status of the component',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource, cluster) {
    for (const container of containersIn(resource)) {
      const values = items(container.field, 'env').map(entry => at(entry, 'value'))
      for (const field of [...commandLine(container), ...values]) yield* checkText(field, container, cluster)
    }
  },
} satisfies Rule

function* checkText(field: Field, caller: Container, cluster: ClusterView): Iterable<Finding> {
  for (const { match, inText } of findInText(text(field) ?? '', url)) {
    const { host: template = '', port = '80', at: path = '/' } = match.groups ?? {}
    const host = expand(template, caller, podInstances(caller.pod)[0], cluster)
    const { namespace } = caller.pod
    const targets = host === undefined ? [] : podsAt(host, Number(port), namespace, cluster)
    const near = targets.length === 0 ? misspeltEndpoint(path) : undefined
    if (near) yield { path: pathOf(field), ...near, inText }
    const listening = targets
      .flatMap(({ pod, port: number }) => containersOf(pod).map(container => ({ container, number })))
      .filter(({ container, number }) => portsOfContainer(container).some(one => isPort(one, number)))
    const problems = listening.map(({ container }) => checkEndpoint(container, path, cluster))
    const [problem] = problems
    if (problem && problems.every(one => one !== undefined)) yield { path: pathOf(field), ...problem, inText }
  }
}
