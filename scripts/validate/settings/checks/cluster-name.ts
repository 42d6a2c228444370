import { slugOf } from '../../../model/slug.ts'
import type { SettingsCheck } from '../settings-check.ts'

const longest = 50

/** Sync objects and labels carry the name with `-` for `/`, so it has to be usable and unique in that form, too. */
export const clusterName = {
  code: 'cluster-name',
  severity: 'error',
  *check(cluster, fleet) {
    const { name } = cluster
    const slug = slugOf(cluster)
    const bad = name.split('/').find(part => !/^[a-z0-9]([-a-z0-9]*[a-z0-9])?$/.test(part))
    if (bad !== undefined) {
      yield {
        path: [],
        message: `the folder ${JSON.stringify(bad)} makes no cluster name`,
        fix: 'use a-z, 0-9 and - only',
      }
    } else if (slug.length > longest) {
      const message = `the name "${name}" has ${slug.length} characters; what is named after it may have ${longest}`
      yield { path: [], message, fix: 'shorten the names of its folders' }
    }
    const twin = fleet
      .groupBy('slug', other => [slugOf(other)])
      .get(slug)
      ?.find(other => other !== cluster)
    if (twin) {
      const message = `"${name}" and "${twin.name}" are both called "${slug}" in Kubernetes`
      yield { path: [], message, fix: 'rename a folder of one of them' }
    }
  },
} satisfies SettingsCheck
