import type { Rule } from '../../model/rule.ts'
import { type Container, containersOf } from '../read/container.ts'
import { at, type Field, isSet, pathOf, text } from '../read/field.ts'
import { podKinds, podOf } from '../read/pod.ts'
import { fogflowComponent, runs } from '../read/program.ts'

export const nonRootImage = {
  id: 'non-root-image',
  severity: 'error',
  scope: 'resource',
  summary: 'A container that may not be root says which user it is, where its image does not.',
  why: 'The kubelet starts no container whose image names no user ("container has runAsNonRoot and image will run as root"): the pod is accepted and waits for ever. No Dockerfile of FogFlow has a USER, nor have the official images of busybox, nginx, RabbitMQ and Dgraph.',
  fix: 'write runAsUser with a number above 0 into the securityContext',
  kinds: podKinds,
  *check(resource) {
    const pod = podOf(resource)
    if (!pod) return
    const ofPod = at(pod.spec, 'securityContext')
    for (const container of containersOf(pod)) {
      const own = at(container.field, 'securityContext')
      const nonRoot = nearest(own, ofPod, 'runAsNonRoot')
      if (nonRoot.value !== true || isSet(nearest(own, ofPod, 'runAsUser')) || !isOfRoot(container)) continue
      const message = `container "${container.name}" may not be root, and "${text(container.field, 'image')}" names no user`
      yield { path: pathOf(nonRoot), message }
    }
  },
} satisfies Rule

/** The container's own setting, else that of its pod. */
function nearest(own: Field, ofPod: Field, key: string): Field {
  const field = at(own, key)
  return isSet(field) ? field : at(ofPod, key)
}

function isOfRoot(container: Container): boolean {
  return fogflowComponent(container) !== undefined || runs(container, /^(busybox|nginx|rabbitmq|standalone)$/)
}
