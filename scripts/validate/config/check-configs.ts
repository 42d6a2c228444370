import { nodeAt, type Position, positionInText } from 'kustomize-ts'
import type { ClusterView } from '../../model/cluster-view.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { ConfigFile } from '../../model/loaded.ts'
import type { Resource } from '../../model/resource.ts'
import { checkText, type TextFinding } from './check-text.ts'
import { checksForReaders, checksForRelease, componentsOfWholeConfig, type ReleaseChecks } from './choose-checks.ts'
import type { ConfigSchemas } from './config-schemas.ts'
import { type Config, findConfigs } from './find-configs.ts'

export interface ConfigChecker {
  /** What is wrong with the FogFlow configs of a unit, by the resource that holds them. */
  checkUnit(cluster: ClusterView): ReadonlyMap<Resource, readonly Diagnostic[]>
  checkFile(file: ConfigFile): readonly Diagnostic[]
  /** The releases that had no schema of their own. */
  inexactReleases(): readonly string[]
}

/** `release` is that of a config of which no image tells it. */
export function createConfigChecker(schemas: ConfigSchemas, release: string): ConfigChecker {
  const inexact = new Set<string>()
  return {
    checkUnit: cluster =>
      groupByResource(findConfigs(cluster).map(config => [config.resource, checkConfig(config, cluster.complete)])),
    checkFile: ({ file, text, isWhole }) => {
      const at = ({ inText }: TextFinding): Position => ({ file, ...inText })
      return run(text, [checksForUnread(isWhole)], at)
    },
    inexactReleases: () => [...inexact].sort(),
  }

  /** Of a part of a site, nobody knows who will read it, and so what it needs. */
  function checksForUnread(isWhole: boolean): ReleaseChecks {
    return checksForRelease(release, schemas, isWhole ? componentsOfWholeConfig : () => [])
  }

  function checkConfig({ resource, path, readers }: Config, isWhole: boolean): readonly Diagnostic[] {
    const node = nodeAt(resource.root, path)
    if (node?.kind !== 'scalar') return []
    const isEncoded = path[0] === 'binaryData' || (path[0] === 'data' && resource.id.kind === 'Secret')
    const text = isEncoded ? Buffer.from(node.text, 'base64').toString('utf8') : node.text
    const checks = readers.length > 0 ? checksForReaders(readers, schemas) : [checksForUnread(isWhole)]
    const at = ({ inText }: TextFinding): Position =>
      isEncoded ? node.at : positionInText(node, inText.line, inText.column)
    return run(text, checks, at).map(diagnostic => ({ ...diagnostic, resource: resource.id, path }))
  }

  function run(
    text: string,
    checks: readonly ReleaseChecks[],
    at: (finding: TextFinding) => Position,
  ): readonly Diagnostic[] {
    for (const one of checks) if (!one.isExact) inexact.add(one.release)
    const found = checks.flatMap(one => checkText(text, one))
    return distinct(found).map(({ inText, ...finding }) => {
      const { file, line, column } = at({ inText, ...finding })
      return { ...finding, source: { file, line, column } }
    })
  }
}

/** Two releases that read the same config mostly find the same. */
function distinct(findings: readonly TextFinding[]): readonly TextFinding[] {
  return [...new Map(findings.map(finding => [JSON.stringify(finding), finding])).values()]
}

function groupByResource(
  found: readonly (readonly [Resource, readonly Diagnostic[]])[],
): ReadonlyMap<Resource, readonly Diagnostic[]> {
  const groups = new Map<Resource, readonly Diagnostic[]>()
  for (const [resource, diagnostics] of found) groups.set(resource, [...(groups.get(resource) ?? []), ...diagnostics])
  return groups
}
