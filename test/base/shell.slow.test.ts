import { execFileSync, spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { root } from './busybox.ts'
import { findProgram } from './find-program.ts'

const shellcheck = findProgram('shellcheck', 'the check of all shell scripts')
const scripts = execFileSync('git', ['ls-files', '*.sh', '.ci/run'], { cwd: root, encoding: 'utf8' }).trim().split('\n')

describe.skipIf(!shellcheck)('the shell scripts', () => {
  it.each(scripts)('%s has nothing that shellcheck warns about', script => {
    expect(spawnSync(shellcheck ?? '', [script], { cwd: root, encoding: 'utf8' }).stdout).toBe('')
  })
})
