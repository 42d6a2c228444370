import type { ClusterView } from '../../model/cluster-view.ts'
import type { Container } from './container.ts'
import { fileAt } from './file-at.ts'
import { textOfKey } from './fogflow-config.ts'
import { type FogflowComponent, fogflowComponent, nginxConfigPath, runs } from './program.ts'
import type { Problem } from './resolve-host.ts'
import { nearest } from './suggest.ts'
import { findInText, withoutComments } from './text.ts'

/**
 * The paths that answer a GET without doing anything, by component (discovery/fastDiscovery.go, broker/restapisrv.go,
 * master/main.go:36-39, designer/main.js of release 3.2.8).
 */
const paths: Readonly<Record<FogflowComponent, readonly RegExp[]>> = {
  discovery: [/^\/ngsi9\/(status|broker|subscription|registration\/.+)$/, /^\/(etype|stype)$/],
  broker: [/^\/version$/, /^\/ngsi10\/(entity|subscription)$/],
  master: [/^\/(status|workers)$/],
  worker: [],
  designer: [/^\/$/, /^\/(index|operator|topology|function|task)[\w-]*\.html$/, /^\/config\.js$/, /^\/info\/[a-z]+$/],
}

const best: Readonly<Record<FogflowComponent, string | undefined>> = {
  discovery: '/ngsi9/status',
  broker: '/version',
  master: '/status',
  worker: undefined,
  designer: '/config.js',
}

/** A path of whatever host that is one letter away from a status of FogFlow. */
export function misspeltEndpoint(path: string): Problem | undefined {
  const known = Object.values(best).filter(one => one !== undefined)
  const near = known.includes(path) ? undefined : nearest(path, known, 1)
  return near === undefined
    ? undefined
    : { message: `FogFlow does not answer GET ${path}`, fix: `did you mean "${near}"?` }
}

/** What is wrong with asking a container for a path; undefined where it answers, or where Git cannot know. */
export function checkEndpoint(container: Container, path: string, cluster: ClusterView): Problem | undefined {
  const component = fogflowComponent(container)
  if (component) return checkFogflow(component, path.replace(/\?.*$/, ''))
  if (runs(container, /^standalone$/)) return checkKnown('Dgraph', path, ['/health', '/state'])
  return runs(container, /^nginx/) ? checkNginx(container, path, cluster) : undefined
}

function checkFogflow(component: FogflowComponent, path: string): Problem | undefined {
  const good = best[component]
  const fix = good === undefined ? 'ask nothing: it listens nowhere' : `ask for ${good}`
  if (component === 'discovery' && path.startsWith('/ngsi9/subscription/'))
    return { message: `GET ${path} ends discovery: it unlocks a lock that it does not hold`, fix }
  if (paths[component].some(pattern => pattern.test(path))) return undefined
  return { message: `${component} does not answer GET ${path}`, fix }
}

const location = /^\s*location\s+=\s+(?<at>\S+)/dgm

/** A probe of nginx is meant for a location of nginx itself: any other path asks what is behind it. */
function checkNginx(container: Container, path: string, cluster: ClusterView): Problem | undefined {
  const file = fileAt(container, nginxConfigPath(container), cluster)
  if (file?.state !== 'text' || !file.key.resource) return undefined
  const source = withoutComments(textOfKey(file.key.resource, file.key.key))
  const known = [...findInText(source, location)].map(({ match }) => match.groups?.at ?? '')
  return checkKnown('nginx.conf', path, known)
}

/** Where not all paths are known, only what is nearly a known one is told of. */
function checkKnown(who: string, path: string, known: readonly string[]): Problem | undefined {
  const near = known.includes(path) ? undefined : nearest(path, known)
  return near === undefined ? undefined : { message: `${who} has no path "${path}"`, fix: `did you mean "${near}"?` }
}
