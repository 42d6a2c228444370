import { cpSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { afterEach, describe, expect, it } from 'vitest'
import { generate } from '../../scripts/commands/generate.ts'
import { importPath } from '../../scripts/commands/import.ts'
import { validate } from '../../scripts/commands/validate.ts'
import { readFleet } from '../../scripts/fleet/plan-fleet.ts'
import { capture, repository } from '../../scripts/testing/capture.ts'

const upstream = join(repository, '../shared/upstream')
const isThere = existsSync(upstream)
if (!isThere) console.warn("the imports of FogFlow's own files are skipped: there is no ../shared")

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

/** This repository with its example clusters: what a user imports into. */
function copyRepository(): string {
  const root = mkdtempSync(join(tmpdir(), 'fogflow-import-'))
  roots.push(root)
  for (const folder of ['base', 'overlays', 'schemas', 'clusters'])
    cpSync(join(repository, folder), join(root, folder), { recursive: true })
  writeFileSync(join(root, 'package.json'), '{}')
  return root
}

const isError = ({ severity }: { severity: string }) => severity === 'error'

describe.runIf(isThere)("an import of FogFlow's own files", () => {
  it.each(variants)('%s generates and validates', variant => {
    const root = copyRepository()
    const { environment, output, errors } = capture(root, root)
    const cloud = /edge(?:-node)?$/.test(variant) ? { cloud: 'kanto/tokyo' } : {}
    expect(importPath(join(upstream, variant), { dryRun: false, ...cloud }, environment), errors()).toBe(0)
    expect(generate({ check: false }, environment), errors()).toBe(0)
    const paths = ['base', 'overlays', 'clusters']
    const before = output().length
    const found = validate(paths, { format: 'json', release: '3.2.8', all: true }, environment)
    const report = JSON.parse(output().slice(before))
    expect([found, report.diagnostics.filter(isError)]).toEqual([0, []])
    expect(report.summary.clusters).toBe(readFleet(root).fleet.clusters.length)
  })
})
