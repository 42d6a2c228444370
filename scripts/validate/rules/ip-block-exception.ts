import { BlockList, isIP } from 'node:net'
import type { Rule } from '../../model/rule.ts'
import { at, items, pathOf, text } from '../read/field.ts'
import { policyRules } from '../read/network-policy.ts'

export const ipBlockException = {
  id: 'ip-block-exception',
  severity: 'error',
  scope: 'resource',
  summary: 'What an address block of a NetworkPolicy excepts lies within the block, and is smaller.',
  why: 'The API server refuses the policy ("must be a strict subset of `cidr`"), and Flux then applies nothing of the commit (tried on Kubernetes 1.34 and 1.36).',
  fix: 'except addresses of the block, or delete the exception: other addresses are not in it anyway',
  kinds: ['NetworkPolicy'],
  *check(resource) {
    for (const { field } of policyRules(resource).flatMap(({ peers }) => peers)) {
      const block = at(field, 'ipBlock')
      const cidr = text(block, 'cidr') ?? ''
      for (const exception of items(block, 'except')) {
        if (isWithin(String(exception.value), cidr)) continue
        yield { path: pathOf(exception), message: `"${exception.value}" is not a part of "${cidr}"` }
      }
    }
  },
} satisfies Rule

/** Whether a block is a smaller part of another one. */
function isWithin(inner: string, outer: string): boolean {
  const [one, other] = [parseBlock(inner), parseBlock(outer)]
  if (!one || !other || one.family !== other.family || one.length <= other.length) return false
  const list = new BlockList()
  list.addSubnet(other.base, other.length, other.family)
  return list.check(one.base, one.family)
}

function parseBlock(cidr: string) {
  const [, base = '', digits = ''] = /^([^/]+)\/(\d{1,3})$/.exec(cidr) ?? []
  const [version, length] = [isIP(base), Number(digits)]
  if (version === 0 || length > (version === 4 ? 32 : 128)) return undefined
  return { base, length, family: version === 4 ? ('ipv4' as const) : ('ipv6' as const) }
}
