import { positionOf } from 'kustomize-ts'
import type { Check } from '../check.ts'

/** What `validate` says is about the version in cluster.yaml. */
export const kubernetesVersion = {
  id: 'kubernetes-version',
  summary: 'The cluster runs the Kubernetes version that its manifests were validated for.',
  order: 2,
  async run({ api, read, cluster }) {
    const { gitVersion = '' } = (await read('/version')) as { gitVersion?: string }
    const expected = cluster.settings.kubernetes
    const [, minor = gitVersion] = /^v(\d+\.\d+)/.exec(gitVersion) ?? []
    if (minor === expected) return { problems: [], seen: `${gitVersion} at ${api.server}` }
    const problem = {
      severity: 'warning',
      message: `the cluster runs Kubernetes ${gitVersion}, and ${cluster.name} says ${expected}: its manifests were validated for another version`,
      fix: `write kubernetes: "${minor}" into its cluster.yaml and run npm run validate`,
      source: positionOf(cluster.root, ['kubernetes']),
    } as const
    return { problems: [problem], seen: `${gitVersion} at ${api.server}` }
  },
} satisfies Check
