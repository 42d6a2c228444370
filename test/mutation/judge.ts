import { join } from 'node:path'
import { build, createCache, createMemoryFileSystem, type FileSystem, toValue } from 'kustomize-ts'
import type { Diagnostic } from '../../scripts/model/diagnostic.ts'
import type { Manifest, Resource } from '../../scripts/model/resource.ts'
import { openSchemas } from '../../scripts/schema/open-schemas.ts'
import { createConfigChecker } from '../../scripts/validate/config/check-configs.ts'
import { openConfigSchemas } from '../../scripts/validate/config/config-schemas.ts'
import { judgeUnit } from '../../scripts/validate/judge-unit.ts'
import { readVersion, versionOf } from '../../scripts/validate/kubernetes-version.ts'

/** What validation says of one overlay. */
export interface Judged {
  /** Undefined where it does not build. */
  readonly yaml: string | undefined
  readonly resources: readonly Resource[]
  readonly diagnostics: readonly Diagnostic[]
  /** The files that the build read. */
  readonly read: ReadonlySet<string>
}

export type Judge = (overlay: string, change?: { readonly file: string; readonly text: string }) => Judged

/** Validates overlays of a repository that lies in memory, each as the whole of a cluster, with one file changed. */
export function createJudge(root: string, sources: ReadonlyMap<string, string>): Judge {
  const schemas = openSchemas()
  const configs = createConfigChecker(openConfigSchemas(join(root, 'schemas/fogflow'), schemas), '3.2.8')
  const unchanged = createMemoryFileSystem(Object.fromEntries(sources))
  const cache = createCache()
  return (overlay, change) => {
    const read = new Set<string>()
    const { yaml, resources, diagnostics } = build(overlay, { fileSystem: withChange(unchanged, read, change), cache })
    if (diagnostics.some(({ severity }) => severity === 'error'))
      return { yaml: undefined, resources: [], diagnostics, read }
    const withValues = resources.map(one => ({ ...one, value: toValue(one.root) as Manifest }))
    const unit = { name: overlay, kind: 'kustomization' as const, complete: true, resources: withValues }
    const judged = judgeUnit(unit, versionOf(unit, readVersion(undefined), undefined, false), { schemas, configs })
    return {
      yaml,
      resources: withValues,
      diagnostics: [...diagnostics, ...judged.resources.flatMap(one => one.diagnostics)],
      read,
    }
  }
}

function withChange(
  files: FileSystem,
  read: Set<string>,
  change: { file: string; text: string } | undefined,
): FileSystem {
  const changed = change && Buffer.from(change.text)
  return {
    ...files,
    stat: path => (changed && path === change.file ? { kind: 'file', size: changed.length } : files.stat(path)),
    readFile(path) {
      read.add(path)
      return changed && path === change.file ? changed : files.readFile(path)
    },
  }
}
