import type { Rule } from '../../model/rule.ts'
import { containersIn } from '../read/container.ts'
import { at, pathOf, text } from '../read/field.ts'
import { podKinds } from '../read/pod.ts'
import { nearest } from '../read/suggest.ts'

/** The images of FogFlow and of what it needs, as FogFlow's own manifests name them. */
const known = [
  ...['discovery', 'broker', 'master', 'worker', 'designer', 'broker_arm', 'worker_arm'].map(name => `fogflow/${name}`),
  'dgraph/standalone',
  'fogflow/dgraph',
  'nginx',
  'nginxinc/nginx-unprivileged',
  'rabbitmq',
  'busybox',
]

export const misspeltImage = {
  id: 'misspelt-image',
  severity: 'error',
  scope: 'resource',
  summary: 'An image is not nearly, but not quite, one of FogFlow or of what it needs.',
  why: 'The node cannot pull it (ImagePullBackOff), or pulls what a stranger has put under that name.',
  fix: 'write the name of the image as its publisher does',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource) {
    for (const { field, name } of containersIn(resource)) {
      const image = text(field, 'image') ?? ''
      const [repository = ''] = image.split(/@|:(?=[^/]*$)/)
      const isKnown = known.some(one => repository === one || repository.endsWith(`/${one}`))
      const near = isKnown ? undefined : nearest(repository, known)
      if (near !== undefined)
        yield {
          path: pathOf(at(field, 'image')),
          message: `container "${name}" runs "${image}"`,
          fix: `did you mean "${near}"?`,
        }
    }
  },
} satisfies Rule
