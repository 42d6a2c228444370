import { existsSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import { createGenerate } from '../generate/generate.ts'
import { renovateFile } from '../generate/renovate/write-renovate.ts'
import { findSettingsFiles } from '../load/fleet/find-settings-files.ts'
import { createRevisions } from '../load/fleet/load-fleet.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Fleet } from '../model/fleet.ts'
import type { FleetTree } from '../model/fleet-tree.ts'
import type { GeneratedFile } from '../model/generated-file.ts'
import { checkSettings } from '../validate/settings/check-settings.ts'
import { describeSecret, planAll } from './plan-fleet.ts'
import { planRenovate } from './plan-renovate.ts'

/**
 * The repository in a folder, to be changed in memory. Throws CannotFinish where its settings have errors, or what is
 * generated is not what there is: a change would carry along what somebody else has left undone.
 */
export function openTree(root: string): FleetTree {
  const load = createRevisions(root)
  const generate = createGenerate()
  const defaults = findSettingsFiles(root).defaults.map(file => relative(root, file).split(sep).join('/'))
  const onDisk = (path: string) => readFileSync(join(root, path), 'utf8')
  const { tree, files } = show(new Map())
  requireCurrent(tree, files)
  return tree

  function show(texts: ReadonlyMap<string, string>): { tree: FleetTree; files: readonly GeneratedFile[] } {
    const loaded = load(texts)
    const { fleet } = loaded
    const diagnostics = [...loaded.diagnostics, ...checkSettings(fleet)]
    const isUsable = diagnostics.every(({ severity }) => severity !== 'error')
    const files = isUsable ? generate(fleet, describeSecret) : []
    const tree: FleetTree = {
      ...{ fleet, defaults, diagnostics },
      generated: new Map([...files.map(({ path, text }) => [path, text] as const), ...renovateOf(fleet)]),
      textOf: path => texts.get(path) ?? onDisk(path),
      write: more => show(new Map([...texts, ...more])).tree,
    }
    return { tree, files }
  }
}

function requireCurrent({ fleet, diagnostics }: FleetTree, files: readonly GeneratedFile[]): void {
  const error = diagnostics.find(({ severity }) => severity === 'error')
  if (error) throw new CannotFinish(`the clusters have errors, npm run validate shows them: ${error.message}`)
  const { writes, deletes, diagnostics: conflicts } = planAll(fleet, files)
  const inTheWay = conflicts.flatMap(({ source }) => (source ? relative(fleet.root, source.file) : []))
  const [stale] = [...writes.keys(), ...deletes, ...inTheWay]
  if (stale !== undefined)
    throw new CannotFinish(`${stale} is not what is generated: run npm run generate, and merge what it changes first`)
}

/** Renovate's settings say what is held, and so do they where nothing of that changes. */
function renovateOf(fleet: Fleet): readonly (readonly [string, string])[] {
  const file = join(fleet.root, renovateFile)
  const text =
    planRenovate(fleet).writes.get(renovateFile) ?? (existsSync(file) ? readFileSync(file, 'utf8') : undefined)
  return text === undefined ? [] : [[renovateFile, text]]
}
