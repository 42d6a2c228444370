import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { build } from '../build/build.ts'
import { configMap } from '../testing/build-files.ts'
import { disk } from './disk.ts'
import type { FileSystem } from './file-system.ts'

let root = ''

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), 'kustomize-ts-hostile-'))
  writeFileSync(join(root, 'kustomization.yaml'), 'resources: [x]\n')
})

afterEach(() => rmSync(root, { recursive: true, force: true }))

function problems(fileSystem: FileSystem = disk): readonly string[] {
  return build(root, { fileSystem }).diagnostics.map(({ code, source }) => `${code} ${source?.line}:${source?.column}`)
}

describe('a resource on the disk', () => {
  it('that is a link to itself ends in a diagnostic', () => {
    symlinkSync('x', join(root, 'x'))
    expect(problems()).toEqual(['link-cycle 1:13'])
  })

  it('that is a link to the folder above is a cycle', () => {
    symlinkSync('.', join(root, 'x'))
    expect(problems()).toEqual(['cycle 1:13'])
  })

  it('that is a link out of the root is refused', () => {
    const outside = mkdtempSync(join(tmpdir(), 'kustomize-ts-outside-'))
    writeFileSync(join(outside, 'cm.yaml'), configMap('cm'))
    symlinkSync(join(outside, 'cm.yaml'), join(root, 'x'))
    expect(problems()).toEqual(['outside-root 1:13'])
    rmSync(outside, { recursive: true })
  })

  it('that is a pipe is never opened', () => {
    execFileSync('mkfifo', [join(root, 'x')])
    expect(problems()).toEqual(['not-a-folder 1:13'])
  })

  it('that is larger than any manifest is refused unread', () => {
    writeFileSync(join(root, 'x'), '')
    truncateSync(join(root, 'x'), 40 * 1024 * 1024)
    const readFile = (path: string) => {
      if (path.endsWith('x')) throw new Error('it was read')
      return disk.readFile(path)
    }
    expect(problems({ ...disk, readFile })).toEqual(['file-too-large 1:13'])
  })

  it('that vanishes before it is read ends in a diagnostic', () => {
    writeFileSync(join(root, 'x'), configMap('cm'))
    const readFile = (path: string) => {
      if (path.endsWith('x')) rmSync(path)
      return disk.readFile(path)
    }
    expect(problems({ ...disk, readFile })).toEqual(['file-not-found 1:13'])
  })

  it('that is a folder without a kustomization is none', () => {
    mkdirSync(join(root, 'x'))
    expect(problems()).toEqual(['no-kustomization 1:13'])
  })

  it('with a text of ten megabytes is built', () => {
    writeFileSync(join(root, 'x'), configMap('cm', `a: ${'x'.repeat(10_000_000)}`))
    expect(build(root).yaml.length).toBeGreaterThan(10_000_000)
  })
})
