import { spawnSync } from 'node:child_process'
import { describe, expect, it } from 'vitest'
import { repository } from '../../scripts/testing/capture.ts'

const unshare = ['unshare', '--map-root-user', '--net']

/** A network namespace of its own has one interface, lo, and that one is down: Node lists none. */
const listInterfaces = "console.log(Object.keys(require('node:os').networkInterfaces()).length)"

/** The absent program and the refused right are told apart from a network that is still there. */
function findObstacle(): string | undefined {
  const { error, status, stdout, stderr } = run([...unshare, process.execPath, '-e', listInterfaces])
  if (error !== undefined || status !== 0) return (error?.message ?? stderr).trim()
  expect(stdout).toBe('0\n')
  return undefined
}

function run([program = '', ...args]: readonly string[]) {
  return spawnSync(program, args, { cwd: repository, encoding: 'utf8', maxBuffer: 1 << 28 })
}

/** Exit code and output of `npm run validate`, without the time that it took. */
function validate(before: readonly string[], words: readonly string[]) {
  const { status, stdout } = run([...before, 'npm', 'run', '-s', 'validate', '--', ...words])
  const output = stdout.replace(/"durationMs": ?\d+/, '"durationMs":0').replace(/\(\d+(\.\d+)? m?s\)\n$/, '(time)\n')
  return { status, output }
}

const obstacle = findObstacle()
if (obstacle !== undefined) console.warn(`skipped: validate without a network (3 tests), because ${obstacle}`)

const cases = [
  { what: 'the repository itself', words: [], status: 0 },
  { what: 'the repository itself, as JSON', words: ['--format', 'json'], status: 0 },
  { what: 'manifests with errors', words: ['scripts/validate/rules/testdata/mutable-image-tag'], status: 1 },
]

describe.skipIf(obstacle !== undefined)('without a network, npm run validate says the same', () => {
  it.each(cases)('of $what', ({ words, status }) => {
    const online = validate([], words)
    expect(online).toMatchObject({ status, output: expect.stringMatching(/\d+ resources|"resources"/) })
    expect(validate(unshare, words)).toEqual(online)
  })
})
