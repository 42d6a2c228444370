import { listKinds, listVersionsWith, type Version, versions } from 'kubernetes-json-schema'
import type { Resource } from '../../model/resource.ts'
import type { Finding, Rule } from '../../model/rule.ts'

type KindName = Pick<Resource['id'], 'apiVersion' | 'kind'>

/** Kinds of Kubernetes itself that some version has in an API version that is not for good. */
const kinds = new Set(
  versions.flatMap(version =>
    listKinds(version)
      .filter(isPassing)
      .map(({ kind }) => kind),
  ),
)

export const stableVersion = {
  id: 'stable-version',
  severity: 'error',
  scope: 'cluster',
  summary:
    'An object is of an API version that clusters serve as they are installed, and that the next Kubernetes has.',
  why: 'Alpha and beta versions are served only by an API server that is told so with --runtime-config (new beta versions are off since 1.24), and the upgrade that takes one away takes the object out of every later sync (Kubernetes, "Deprecation Policy").',
  fix: 'write the apiVersion of the stable kind, or do without it',
  kinds: [...kinds],
  *check({ id }, { kubernetes }) {
    if (!isPassing(id) || !listVersionsWith(id).includes(kubernetes)) return
    const gone = versions.slice(versions.indexOf(kubernetes)).find(version => !listVersionsWith(id).includes(version))
    const end = gone === undefined ? '' : `, and Kubernetes ${gone} has it no more`
    const message = `Kubernetes ${kubernetes} does not serve ${id.apiVersion} unless it is told to${end}`
    yield report(message, stableOf(id, kubernetes))
  },
} satisfies Rule

function report(message: string, better: string | undefined): Finding {
  return { path: ['apiVersion'], message, ...(better === undefined ? {} : { fix: `write ${better}` }) }
}

function isPassing({ apiVersion }: KindName): boolean {
  const [group = '', version = ''] = apiVersion.includes('/') ? apiVersion.split('/') : ['', apiVersion]
  return (!group.includes('.') || group.endsWith('.k8s.io')) && /(alpha|beta)/.test(version)
}

function stableOf({ apiVersion, kind }: KindName, version: Version): string | undefined {
  const group = apiVersion.split('/')[0]
  const own = listKinds(version).filter(one => one.kind === kind && one.apiVersion.startsWith(`${group}/`))
  const stable = own.find(one => !isPassing(one))
  return stable && `apiVersion: ${stable.apiVersion}`
}
