import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { pathOf, text } from '../read/field.ts'
import { mountsOf } from '../read/mount.ts'
import { podKinds } from '../read/pod.ts'
import { fogflowComponent } from '../read/program.ts'

export const workerHostPath = {
  id: 'worker-host-path',
  severity: 'error',
  scope: 'resource',
  summary: 'A worker has each folder of its node at the same path.',
  why: "The worker hands paths of its own to the node's Docker: the socket is hard-coded as /var/run/docker.sock, and a function's folder in /tmp is bound into its task under the same path (worker/dockerengine.go:43,222-236).",
  fix: 'mount the host path at the path that it has on the node',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource) {
    for (const container of containersIn(resource)) {
      if (fogflowComponent(container) !== 'worker') continue
      for (const { field, path, volume } of mountsOf(container)) {
        const host = text(volume, 'hostPath', 'path')?.replace(/\/+$/, '')
        if (host !== undefined && host !== path)
          yield { path: pathOf(field, 'mountPath'), message: `the node has this at ${host}, the worker at ${path}` }
      }
    }
  },
} satisfies Rule
