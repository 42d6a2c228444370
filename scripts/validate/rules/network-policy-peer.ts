import type { Rule } from '../../model/rule.ts'
import { at, isSet, pathOf } from '../read/field.ts'
import { policyRules } from '../read/network-policy.ts'

export const networkPolicyPeer = {
  id: 'network-policy-peer',
  severity: 'error',
  scope: 'resource',
  summary: 'A peer of a NetworkPolicy is a block of addresses, or pods that are selected.',
  why: 'The API server refuses the policy ("may not specify both ipBlock and another peer", "must specify a peer"), and default deny without it cuts every flow.',
  fix: 'write two peers, each behind a hyphen of its own',
  kinds: ['NetworkPolicy'],
  *check(resource) {
    for (const { peers } of policyRules(resource))
      for (const { field, isAddressBlock } of peers) {
        const selectors = ['podSelector', 'namespaceSelector'].filter(key => isSet(at(field, key)))
        if (isAddressBlock && selectors.length > 0)
          yield {
            path: pathOf(field, 'ipBlock'),
            at: 'key',
            message: `one peer has ipBlock and ${selectors.join(' and ')}`,
          }
        else if (!isAddressBlock && selectors.length === 0)
          yield {
            path: pathOf(field),
            message: 'the peer says nothing',
            fix: 'write an empty podSelector for all pods of the namespace, or leave from or to out for everybody',
          }
      }
  },
} satisfies Rule
