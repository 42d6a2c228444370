import type { Rule } from '../../model/rule.ts'
import { at, fieldOf, items, pathOf, text } from '../read/field.ts'
import { suggest } from '../read/suggest.ts'

export const ingressTlsHost = {
  id: 'ingress-tls-host',
  severity: 'error',
  scope: 'resource',
  summary: 'The hosts of an Ingress with TLS are those that its certificates are for.',
  why: 'A host without a certificate is answered with that of the controller, which no client trusts; a certificate for a host without a rule is for nobody (Kubernetes, "Ingress", TLS).',
  fix: 'write the same host under rules and under tls',
  kinds: ['Ingress'],
  *check(resource) {
    const spec = fieldOf(resource, 'spec')
    const secured = items(spec, 'tls').flatMap(entry => items(entry, 'hosts'))
    const ruled = items(spec, 'rules').map(rule => at(rule, 'host'))
    if (items(spec, 'tls').length === 0) return
    const names = (fields: typeof ruled) => fields.flatMap(({ value }) => (typeof value === 'string' ? [value] : []))
    for (const host of secured) {
      const name = text(host)
      if (name === undefined || names(ruled).some(one => covers(name, one))) continue
      const fix = suggest(name, names(ruled), 'write the same host under rules and under tls')
      yield { path: pathOf(host), message: `no rule is for the host "${name}"`, ...fix }
    }
    for (const host of ruled) {
      const name = text(host)
      if (name === undefined || names(secured).some(one => covers(one, name))) continue
      if (secured.length > 0 && ruled.length === 1) continue
      yield { path: pathOf(host), message: `no certificate under tls is for the host "${name}"` }
    }
  },
} satisfies Rule

/** `*.example.org` is for one label more. */
function covers(certificate: string, host: string): boolean {
  return (
    certificate === host || (certificate.startsWith('*.') && host.slice(host.indexOf('.')) === certificate.slice(1))
  )
}
