import { positionOf, toValue } from 'kustomize-ts'
import type { ClusterView } from '../../model/cluster-view.ts'
import type { Composition } from '../../model/composition.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { describeError } from '../../schema/describe-error.ts'
import { findErrors } from '../../schema/find-errors.ts'
import type { Check } from '../../schema/schema.ts'
import { viewCluster } from '../cluster-view.ts'
import type { ConfigChecker } from '../config/check-configs.ts'
import { findConfigs } from '../config/find-configs.ts'
import { nginxConfigsIn } from '../read/nginx.ts'
import { rules } from '../rules/index.ts'
import { runRules } from '../run-rules.ts'

interface ComposeChecks {
  /** The schema of compose files. */
  readonly compose: Check
  readonly configs: ConfigChecker
}

/**
 * Compose files against their schema and the rules, with the files that their services mount; and what stands alone.
 * Gives what is wrong with each file, a list a file. What a program of a compose file reads as its configuration was
 * judged as that, and does not stand alone.
 */
export function judgeCompositions(
  compositions: readonly Composition[],
  checks: ComposeChecks,
): readonly (readonly Diagnostic[])[] {
  const views = compositions.map(composition => ({ composition, cluster: viewCluster(composition.unit) }))
  const read = new Set(
    views.filter(({ composition }) => composition.document).flatMap(({ cluster }) => configurationsOf(cluster)),
  )
  const found = new Map<string, Diagnostic[]>()
  for (const { composition, cluster } of views) {
    if (!composition.document && read.has(composition.file)) continue
    for (const file of composition.files) if (!found.has(file)) found.set(file, [])
    const own = found.get(composition.file) ?? []
    for (const diagnostic of judge(composition, cluster, checks))
      (found.get(diagnostic.source?.file ?? '') ?? own).push(diagnostic)
  }
  return [...found.values()]
}

/** A place in a file is all there is to tell: the object that it stands for is nobody's. */
function judge(
  composition: Composition,
  cluster: ClusterView,
  { compose, configs }: ComposeChecks,
): readonly Diagnostic[] {
  const { config } = composition
  const ofConfigs = config ? configs.checkFile(config) : [...configs.checkUnit(cluster).values()].flat()
  const ofRules = cluster.resources.flatMap(resource => runRules(resource, cluster, rules))
  const all = [...checkShape(composition, compose), ...ofConfigs, ...ofRules]
  return all.map(({ resource: _, path: __, ...diagnostic }) => diagnostic)
}

/** Keys that begin with `x-` are free (Compose Specification, "Extensions"). */
function checkShape({ document }: Composition, compose: Check): readonly Diagnostic[] {
  if (!document) return []
  const errors = findErrors(compose, toValue(document)).filter(({ key = '' }) => !key.startsWith('x-'))
  return errors.map(error => {
    const { at, ...described } = describeError(error)
    const { file, line, column } = positionOf(document, described.path, at)
    return { ...described, severity: 'error', source: { file, line, column } }
  })
}

/** The files that FogFlow's components and nginx read: a ConfigMap that stands for a file has its name. */
function configurationsOf(cluster: ClusterView): readonly string[] {
  const configs = findConfigs(cluster).filter(({ readers }) => readers.length > 0)
  const nginx = cluster.ofKind('ConfigMap').filter(resource => nginxConfigsIn(resource, cluster).length > 0)
  return [...configs.map(({ resource }) => resource), ...nginx].map(({ id }) => id.name)
}
