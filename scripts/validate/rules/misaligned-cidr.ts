import type { Rule } from '../../model/rule.ts'
import { at, pathOf, text } from '../read/field.ts'
import { policyRules } from '../read/network-policy.ts'

export const misalignedCidr = {
  id: 'misaligned-cidr',
  severity: 'error',
  scope: 'resource',
  summary: 'The address of a block has no bits behind its mask.',
  why: 'The block is wider than it reads: 10.1.2.3/8 is all of 10.0.0.0/8. Kubernetes refuses it since 1.36 ("must not have bits set beyond the prefix length", tried on 1.36.3; 1.34 takes it).',
  fix: 'write the first address of the block, or a longer mask',
  kinds: ['NetworkPolicy'],
  *check(resource) {
    for (const { peers } of policyRules(resource))
      for (const peer of peers) {
        const cidr = at(peer.field, 'ipBlock', 'cidr')
        const start = firstOf(text(cidr) ?? '')
        if (start === undefined || text(cidr)?.startsWith(`${start}/`)) continue
        yield { path: pathOf(cidr), message: `"${text(cidr)}" is the block that begins at ${start}` }
      }
  },
} satisfies Rule

/** The first address of a block of IPv4; undefined for any other text, which is for other rules. */
function firstOf(cidr: string): string | undefined {
  const match = /^(\d+)\.(\d+)\.(\d+)\.(\d+)\/(\d+)$/.exec(cidr)
  if (!match) return undefined
  const [bytes, bits] = [match.slice(1, 5).map(Number), Number(match[5])]
  if (bits > 32 || bytes.some(byte => byte > 255)) return undefined
  return bytes.map((byte, index) => byte & (0xff00 >> Math.min(8, Math.max(0, bits - 8 * index))) & 0xff).join('.')
}
