import { existsSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { importPath } from '../../scripts/commands/import.ts'
import { readFleet } from '../../scripts/fleet/plan-fleet.ts'
import { type Imported, importSites } from '../../scripts/import/import-sites.ts'
import { loadSources } from '../../scripts/load/load-sources.ts'
import { capture, repository } from '../../scripts/testing/capture.ts'
import { writeTree } from '../../scripts/testing/write-tree.ts'

/**
 * FogFlow's own deployment files have known defects, written down beside a copy of them by hand. An import must name
 * each one that its files show, at its file and line.
 */
const upstream = join(repository, '../shared/upstream')
const list = join(repository, '../shared/conformance/upstream-defects.jsonl')
const isThere = existsSync(list)
if (!isThere) console.warn("the imports of FogFlow's own files are skipped: there is no ../shared")

interface KnownDefect {
  readonly id: string
  readonly file: string
  readonly line: number
  /** `file:line`, or a file alone. */
  readonly also: readonly string[]
  readonly kinds: readonly string[]
}

const defects = isThere
  ? readFileSync(list, 'utf8')
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as KnownDefect)
  : []

/** Every folder with files, and every folder of such folders: what a user may name. */
const variants = isThere
  ? readdirSync(upstream, { recursive: true, withFileTypes: true })
      .filter(entry => entry.isDirectory())
      .map(({ parentPath, name }) => relative(upstream, join(parentPath, name)))
      .filter(name => !['deployment', 'release'].includes(name))
      .sort()
  : []

const roots: string[] = []
afterEach(() => {
  for (const root of roots.splice(0)) rmSync(root, { recursive: true })
})

function importVariant(variant: string): Imported {
  const { path, files } = loadSources(join(upstream, variant), { cwd: repository, root: repository })
  const fleet = {
    clusters: [{ name: 'tokyo', role: 'cloud' as const, siteId: 'tokyo', release: '3.2.8' as const, addresses: [] }],
    inheritedBy: () => undefined,
    textOf: () => undefined,
    fileOf: (name: string) => join(repository, 'clusters', name, 'cluster.yaml'),
  }
  return importSites(files, { path, fleet })
}

/** What was reported, as code@file:line. */
function reported({ clusters }: Imported): readonly string[] {
  return clusters.flatMap(({ defects }) =>
    defects.flatMap(({ code, places }) =>
      places.map(({ file, line }) => `${code}@${relative(upstream, file)}:${line}`),
    ),
  )
}

describe.runIf(isThere)("an import of FogFlow's own files", () => {
  it.each(variants)('%s names each defect that they show, where it is', variant => {
    const found = reported(importVariant(variant))
    for (const { id, file, line, also, kinds } of defects) {
      const places = [`${file}:${line}`, ...also].filter(place => place.startsWith(`${variant}/`))
      for (const place of places) {
        const isFound = found.some(one =>
          kinds.some(kind => one === `${kind}@${place}` || one.startsWith(`${kind}@${place}:`)),
        )
        expect(isFound, `${id} at ${place}`).toBe(true)
      }
    }
  })

  it.each(variants)('%s becomes clusters whose settings are right', variant => {
    const defaults = 'engine: flux\nrepository: { url: "https://git.example.org/f.git" }\n'
    const tokyo =
      'role: cloud\ntopology: single-node\naddress: 192.0.2.250\nsite: { id: t, location: { latitude: 1, longitude: 1 } }\n'
    const root = writeTree({
      'clusters/defaults.yaml': defaults,
      'clusters/tokyo/cluster.yaml': tokyo,
      'base/features/docker-tasks/kustomization.yaml': '',
    })
    roots.push(root)
    const { environment } = capture(root, root)
    expect(importPath(join(upstream, variant), { dryRun: false }, environment)).toBe(0)
    const { fleet, diagnostics } = readFleet(root)
    expect(diagnostics.filter(({ severity }) => severity === 'error')).toEqual([])
    expect(fleet.clusters.length).toBeGreaterThan(1)
  })
})
