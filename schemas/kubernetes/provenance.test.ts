import { createHash } from 'node:crypto'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { location } from './index.ts'

interface Provenance {
  readonly sources: readonly Readonly<Record<'module' | 'version' | 'sum' | 'file' | 'sha256', string>>[]
  readonly outputs: Readonly<Record<string, string>>
}
const provenance = JSON.parse(readFileSync(join(location, 'provenance.json'), 'utf8')) as Provenance
const folders = readdirSync(location).filter(name => /^v\d|^crds$/.test(name))
const files = folders.flatMap(folder => readdirSync(join(location, folder)).map(name => `${folder}/${name}`))

test('every schema is the one that was made, and none was made by hand', () => {
  const found = files.map(file => [
    file,
    createHash('sha256')
      .update(readFileSync(join(location, file)))
      .digest('hex'),
  ])
  expect(Object.fromEntries(found)).toEqual(provenance.outputs)
})

test('every source has what it takes to fetch and check it', () => {
  expect(provenance.sources.length).toBeGreaterThan(0)
  for (const { module, version, sum, file, sha256 } of provenance.sources) {
    expect([module, file].every(Boolean)).toBe(true)
    expect(version).toMatch(/^v\d+\.\d+\.\d+$/)
    expect(sum).toMatch(/^h1:.{43}=$/)
    expect(sha256).toMatch(/^[0-9a-f]{64}$/)
  }
})

test('the folder of a version stays small', () => {
  const mebibyte = 2 ** 20
  for (const folder of folders) {
    const sizes = readdirSync(join(location, folder)).map(name => statSync(join(location, folder, name)).size)
    expect(Math.max(...sizes), folder).toBeLessThan(mebibyte)
    expect(
      sizes.reduce((sum, size) => sum + size),
      folder,
    ).toBeLessThan(2 * mebibyte)
  }
})
