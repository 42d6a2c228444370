import { nodeAt } from 'kustomize-ts'
import type { Rule } from '../../model/rule.ts'
import { fieldOf, items, pathOf } from '../read/field.ts'

export const hardCodedAddress = {
  id: 'hard-coded-address',
  severity: 'warning',
  scope: 'resource',
  summary:
    "The address of a machine is given to a Service by an overlay, and does not stand in the Service's own manifest.",
  why: 'On any other cluster the Service takes traffic that is meant for somebody else (CVE-2020-8554), or is not reachable. Kubernetes warns about externalIPs since 1.36.',
  fix: 'write type: LoadBalancer instead, or leave the address to the overlay of each cluster',
  kinds: ['Service'],
  *check(resource) {
    const list = fieldOf(resource, 'spec', 'externalIPs')
    const own = items(list).filter(item => nodeAt(resource.root, pathOf(item))?.at.file === resource.root.at.file)
    if (own.length === 0) return
    const addresses = own.map(({ value }) => JSON.stringify(value)).join(', ')
    const message = `Service "${resource.id.name}" has the address of one machine, ${addresses}`
    yield { path: pathOf(list), at: 'key', message }
  },
} satisfies Rule
