import type { SettingsCheck } from '../settings-check.ts'

export const topologyRole = {
  code: 'topology-role',
  severity: 'error',
  *check({ settings: { role, topology } }) {
    if ((role === 'edge') === (topology === 'edge')) return
    const message = `the topology "${topology}" is not for the role "${role}"`
    const fix =
      role === 'edge'
        ? 'write topology: edge, or role: cloud'
        : 'write single-node, single-worker, multi-worker or multi-master, or role: edge'
    yield { path: ['topology'], message, fix }
  },
} satisfies SettingsCheck
