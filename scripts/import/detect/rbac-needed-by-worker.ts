import { basename } from 'node:path'
import type { Detector } from '../defect.ts'
import { inKubernetes, startOf } from '../facts.ts'

export const rbacNeededByWorker = {
  code: 'rbac-needed-by-worker',
  outcome: 'corrected',
  why: 'Without the right to create Deployments and Services in the task namespace, every task that the worker starts is Forbidden.',
  here: "the worker's ServiceAccount, Role and RoleBinding are applied with its task namespace, before it",
  *find(site) {
    const workers = inKubernetes(site).filter(({ component }) => component === 'worker')
    if (workers.length === 0) return
    const roles = site.resources.filter(({ id }) => id.kind === 'Role' || id.kind === 'ClusterRole')
    for (const { kubernetes } of roles.length === 0 ? workers : [])
      yield {
        at: startOf(kubernetes.resource),
        message: 'no file gives the worker the right to create Deployments and Services',
      }
    for (const file of new Set(roles.map(({ root }) => root.at.file)))
      if (!site.scripts.some(({ text }) => text.includes(basename(file))))
        yield {
          at: { file, line: 1, column: 1 },
          message: 'no script and no list of files here applies this file, which has the rights of the worker',
        }
  },
} satisfies Detector
