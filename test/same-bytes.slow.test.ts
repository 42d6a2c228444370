import { execFile, spawnSync } from 'node:child_process'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { kustomizations, repository } from './kustomizations.ts'
import { toolPath } from './tools/tool-path.ts'

const kustomize = toolPath('kustomize')

/** What a person does to lay one beside the other; a folder that kustomize refuses must be refused by us too. */
const render = (directory: string) =>
  promisify(execFile)(process.execPath, [join(repository, 'scripts/start.mjs'), 'render', directory], {
    cwd: repository,
    maxBuffer: 64 << 20,
  }).then(
    ({ stdout }) => ({ status: 0, stdout }),
    (error: { code: number; stdout: string }) => ({ status: error.code, stdout: error.stdout }),
  )

describe.skipIf(kustomize === undefined)('kustomize build and npm run render give the same bytes', () => {
  it('of at least every component and every topology', () => {
    expect(kustomizations.filter(path => path.startsWith('base/')).length).toBeGreaterThanOrEqual(8)
    expect(kustomizations.filter(path => path.startsWith('overlays/')).length).toBeGreaterThanOrEqual(5)
  })

  it.each(kustomizations)('%s', async directory => {
    const theirs = spawnSync(kustomize ?? '', ['build', directory], {
      cwd: repository,
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    })
    const ours = await render(directory)
    expect(ours.stdout).toBe(theirs.stdout)
    expect(ours.status === 0).toBe(theirs.status === 0)
  })
})
