import { basename, dirname } from 'node:path'
import type { ClusterView } from '../../model/cluster-view.ts'
import type { Rule } from '../../model/rule.ts'
import { type Container, containersIn, containersOf } from '../read/container.ts'
import { at, pathOf } from '../read/field.ts'
import { memoize } from '../read/memoize.ts'
import { mostFrequent } from '../read/most-frequent.ts'
import { podKinds, podsOf } from '../read/pod.ts'
import { fogflowComponent, imageOf, releaseOf, releaseOfTag, releases } from '../read/program.ts'

export const releaseConfigAgreement = {
  id: 'release-config-agreement',
  severity: 'error',
  scope: 'cluster',
  summary:
    "FogFlow's components are all of one release, and a compose file in a folder that has a release's name is of that one.",
  why: 'Releases read different keys of config.json and ignore the others: 3.2.8 needs rest_api_port and heartbeats, which no config of 3.2.6 has; up to 3.2.2 no host_ip is read (common/config/config.go at 8fa9d493 and 9d99ebb6).',
  fix: 'run the release that the config is written for',
  kinds: podKinds,
  alsoCompose: true,
  *check(resource, cluster) {
    const images = fogflowImages(cluster)
    const wanted = releaseOfFolder(resource.root.at.file, cluster) ?? mostFrequent(images.map(({ release }) => release))
    const wrong = images.filter(({ release }) => release !== wanted)
    const [first] = wrong
    if (!first || !containersIn(resource).includes(first.container)) return
    const names = wrong.map(({ container }) => `${container.name} ${imageOf(container)}`)
    const message = `this is a deployment of release ${wanted}, but of release ${first.release} are: ${names.join(', ')}`
    yield { path: pathOf(at(first.container.field, 'image')), message }
  },
} satisfies Rule

/** Images that are pinned by a digest or a tag of one's own tell nothing. */
const fogflowImages = memoize((cluster: ClusterView) =>
  podsOf(cluster)
    .flatMap(containersOf)
    .flatMap((container): { container: Container; release: string }[] => {
      const release = releaseOfTag(releaseOf(container))
      const isTold = fogflowComponent(container) && !imageOf(container).includes('@') && releases.includes(release)
      return isTold ? [{ container, release }] : []
    }),
)

/** FogFlow keeps its compose files in folders such as release/3.2.6/cloud. */
function releaseOfFolder(file: string, { isCompose }: ClusterView): string | undefined {
  const folder = dirname(file)
  const names = [folder, dirname(folder)].map(one => basename(one))
  return isCompose ? names.find(name => releases.includes(name)) : undefined
}
