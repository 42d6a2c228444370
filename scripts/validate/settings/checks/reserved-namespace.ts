import type { SettingsCheck } from '../settings-check.ts'

const others = ['default', 'flux-system', 'argocd']

export const reservedNamespace = {
  code: 'reserved-namespace',
  severity: 'error',
  *check({ settings: { namespace, taskNamespace, worker } }) {
    const fix = 'choose a name that nothing else uses: FogFlow makes the namespace and its policies'
    if (namespace.startsWith('kube-') || others.includes(namespace)) {
      yield { path: ['namespace'], message: `the namespace "${namespace}" belongs to others`, fix }
    }
    if (taskNamespace.startsWith('kube-')) {
      yield { path: ['taskNamespace'], message: `names that start with "kube-" belong to Kubernetes`, fix }
    }
    const clash = Array.from({ length: worker.replicas }, (_, index) => `${taskNamespace}-${index}`).includes(namespace)
    if (clash) {
      const message = `"${namespace}" would hold FogFlow's components and a worker's tasks`
      yield { path: ['taskNamespace'], message, fix: 'choose another taskNamespace' }
    }
  },
} satisfies SettingsCheck
