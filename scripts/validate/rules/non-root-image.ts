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
    const wrong = containersOf(pod).filter(container => isOfRoot(container) && hasNoUser(container, ofPod))
    const byPod = wrong.filter(({ field }) => !isSet(at(field, 'securityContext', 'runAsNonRoot')))
    if (byPod.length > 0) yield { path: pathOf(ofPod, 'runAsNonRoot'), message: tell(byPod) }
    for (const container of wrong.filter(one => !byPod.includes(one)))
      yield { path: pathOf(container.field, 'securityContext', 'runAsNonRoot'), message: tell([container]) }
  },
} satisfies Rule

function tell(containers: readonly Container[]): string {
  const names = containers.map(({ name, field }) => `"${name}" (${text(field, 'image')})`).join(', ')
  return `the image of container ${names} names no user, and it may not be root`
}

function hasNoUser({ field }: Container, ofPod: Field): boolean {
  const own = at(field, 'securityContext')
  const nearest = (key: string) => (isSet(at(own, key)) ? at(own, key) : at(ofPod, key))
  return nearest('runAsNonRoot').value === true && !isSet(nearest('runAsUser'))
}

function isOfRoot(container: Container): boolean {
  return fogflowComponent(container) !== undefined || runs(container, /^(busybox|nginx|rabbitmq|standalone)$/)
}
