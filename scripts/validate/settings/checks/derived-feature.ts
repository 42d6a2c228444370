import type { SettingsCheck } from '../settings-check.ts'

/** What decides about a feature that nobody has to list. */
const deciding: Readonly<Record<string, string>> = {
  'control-plane-toleration': 'the topology has it where it is needed; another topology tolerates with nodes.taints',
  'default-deny': 'every topology has it, as a part of its network policies',
  'edge-network-policies': 'the topology edge has it',
  'edge-sites': 'a cloud gets it when an edge names it',
  'high-availability': 'the topologies of several nodes have it',
  ingress: 'write ingress: { hostname: … }',
  'network-policies': 'every topology of a cloud has it',
  'node-placement': 'the topologies of several nodes have it',
}

export const derivedFeature = {
  code: 'derived-feature',
  severity: 'error',
  *check({ settings }) {
    for (const [index, name] of settings.features.entries()) {
      const reason = deciding[name] ?? (/^(release|before)-/.test(name) ? 'write release: "…"' : undefined)
      if (reason === undefined) continue
      const message = `the feature "${name}" follows from other keys and cannot be set`
      yield { path: ['features', index], message, fix: `delete it: ${reason}` }
    }
  },
} satisfies SettingsCheck
