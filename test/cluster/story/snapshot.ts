import { isDeepStrictEqual } from 'node:util'
import type { Api } from '../api/api.ts'
import { type Manifest, nameReference, type Reference } from '../api/manifest.ts'
import { read } from '../api/objects.ts'

/** The objects that an engine keeps, by name, without what the API server and the engine add. */
export type Snapshot = ReadonlyMap<string, Manifest>

/** Reads objects as they are now; one that is gone is no part of the snapshot. */
export async function takeSnapshot(api: Api, references: readonly Reference[]): Promise<Snapshot> {
  const entries = await Promise.all(
    references.map(async reference => {
      const object = await read(api, reference)
      return object ? [[`${reference.apiVersion} ${nameReference(reference)}`, withoutOthers(object)] as const] : []
    }),
  )
  return new Map(entries.flat().sort(([one], [other]) => (one < other ? -1 : 1)))
}

/** Labels and annotations of the engines, and of controllers of Kubernetes. */
const isOthers = (key: string) =>
  /^([\w-]+\.)*(fluxcd\.io|argoproj\.io)\/|^(deployment|pv|volume)\.kubernetes\.io\/|^volume\.beta\./.test(key)

/**
 * Everything that people decide; what the API server assigns to each object anew is left out, and what Argo CD is just
 * doing with an Application, which it writes beside its spec.
 */
export function withoutOthers({ metadata, status, spec, operation, ...object }: Manifest): Manifest {
  const own = (map: Readonly<Record<string, string>> = {}) =>
    Object.fromEntries(Object.entries(map).filter(([key]) => !isOthers(key)))
  const { name, namespace, labels, annotations } = metadata
  return {
    ...(object as Pick<Manifest, 'apiVersion' | 'kind'>),
    metadata: { name, ...(namespace && { namespace }), labels: own(labels), annotations: own(annotations) },
    ...(isMap(spec) && { spec: isOfArgocd(object) ? withoutEmpty(spec) : withoutAssigned(spec) }),
  }
}

/** An address that somebody decided for a Service is `None`; all others, and the volume of a claim, are drawn. */
function withoutAssigned(spec: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  const { clusterIP, clusterIPs, volumeName, healthCheckNodePort, ...decided } = spec
  return clusterIP === 'None' ? { ...decided, clusterIP } : decided
}

const isOfArgocd = ({ apiVersion }: Pick<Manifest, 'apiVersion'>) => apiVersion.startsWith('argoproj.io/')

/** Argo CD writes its objects back as it holds them: with empty templates in generators, without a `prune: false`. */
function withoutEmpty(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutEmpty)
  if (!isMap(value)) return value
  const entries = Object.entries(value).map(([key, child]) => [key, withoutEmpty(child)] as const)
  const says = (child: unknown) => child !== '' && child !== false && !(isMap(child) && isEmpty(child))
  return Object.fromEntries(entries.filter(([, child]) => says(child)))
}

const isEmpty = (map: object) => Object.keys(map).length === 0

/** Names of the objects that are not the same in two snapshots, with the first of them shown. */
export function listDifferences(before: Snapshot, after: Snapshot): readonly string[] {
  const names = [...new Set([...before.keys(), ...after.keys()])]
  return names.flatMap(name => {
    const [one, other] = [before.get(name), after.get(name)]
    if (isDeepStrictEqual(one, other)) return []
    if (!one) return [`${name} is new`]
    return [other ? `${name}: ${findDifference(one, other)}` : `${name} is gone`]
  })
}

/** The first place where two values differ. */
function findDifference(one: unknown, other: unknown, path = ''): string {
  if (isMap(one) && isMap(other)) {
    const key = Object.keys({ ...one, ...other }).find(key => !isDeepStrictEqual(one[key], other[key])) ?? ''
    return findDifference(one[key], other[key], `${path}.${key}`)
  }
  return `${path} was ${JSON.stringify(one)} and is ${JSON.stringify(other)}`
}

const isMap = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null

/** `0 of 41 objects differ`. */
export const countDifferences = (differences: readonly string[], { size }: Snapshot): string =>
  `${differences.length} of ${size} objects differ`
