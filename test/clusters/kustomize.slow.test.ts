import { execFileSync } from 'node:child_process'
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { build } from 'kustomize-ts'
import { afterAll, describe, expect, it } from 'vitest'
import { toolPath } from '../tools/tool-path.ts'
import { generateFor, listMatrix, root } from './matrix.ts'

const kustomize = toolPath('kustomize')
const copy = mkdtempSync(join(tmpdir(), 'fogflow-gitops-'))
const matrix = listMatrix()

for (const folder of ['base', 'overlays']) cpSync(join(root, folder), join(copy, folder), { recursive: true })
for (const { path, text } of generateFor(matrix).files) {
  mkdirSync(dirname(join(copy, path)), { recursive: true })
  writeFileSync(join(copy, path), text)
}

afterAll(() => rmSync(copy, { recursive: true }))

describe.skipIf(kustomize === undefined)(
  'kustomize and kustomize-ts give the same bytes for a generated cluster',
  () => {
    it.each([...matrix.keys()].flatMap(name => [`${name}/platform`, `${name}/fogflow`]))('%s', folder => {
      const path = join(copy, 'clusters', folder)
      expect(build(path).yaml).toBe(
        execFileSync(kustomize ?? '', ['build', path], { encoding: 'utf8', maxBuffer: 64 << 20 }),
      )
    })
  },
)
