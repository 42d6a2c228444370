import { cpSync, readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { CannotFinish } from '../model/cannot-finish.ts'
import { capture, repository } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { type ReachArguments, reach } from './reach.ts'

const table = 'docs/reachability.md'
const policies = 'base/features/network-policies'

function ask(from: string, to: string, options: Partial<ReachArguments> = {}) {
  const { environment, output } = capture(repository)
  return { exitCode: reach({ from, to, write: false, ...options }, environment), text: output() }
}

describe('docs/reachability.md', () => {
  it('is what npm run reach -- --write makes of the manifests', () => {
    const root = writeTree({})
    onTestFinished(() => rmSync(root, { recursive: true, force: true }))
    for (const path of ['base', 'overlays', 'clusters'])
      cpSync(join(repository, path), join(root, path), { recursive: true })
    expect(reach({ from: undefined, to: undefined, write: true }, capture(root, root).environment)).toBe(0)
    expect(readFileSync(join(root, table), 'utf8')).toBe(readFileSync(join(repository, table), 'utf8'))
  })
})

describe('npm run reach', () => {
  it('names the rules that let a call out and in, and who serves it', () => {
    const { exitCode, text } = ask('worker', 'rabbitmq', { cluster: 'laptop' })
    expect(exitCode).toBe(0)
    expect(text).toContain('worker → rabbitmq: may call it: 5672')
    for (const file of [
      `${policies}/network-policy-worker.yaml:15`,
      `${policies}/network-policy-rabbitmq.yaml:15`,
      'base/rabbitmq/deployment.yaml',
    ])
      expect(text).toContain(file)
  })

  it('names the policies of both ends that let nothing pass', () => {
    const { exitCode, text } = ask('tasks', 'discovery', { cluster: 'laptop' })
    expect(exitCode).toBe(1)
    expect(text).toContain('base/task-namespace/network-policy-default-deny.yaml')
    expect(text).toContain(`${policies}/network-policy-discovery.yaml`)
  })

  it('looks at one port where one is asked for', () => {
    expect(ask('outside', 'nginx', { port: '8080', cluster: 'laptop' }).exitCode).toBe(0)
    expect(ask('outside', 'nginx', { port: '8081', cluster: 'laptop' }).exitCode).toBe(1)
  })

  it('goes over the border of two clusters', () => {
    const { exitCode, text } = ask('kanto/shibuya:worker', 'kanto/tokyo:rabbitmq')
    expect(exitCode).toBe(0)
    for (const file of ['edge-network-policies/network-policy-worker.yaml', 'edge-sites/network-policy-rabbitmq.yaml'])
      expect(text).toContain(file)
    expect(ask('kanto/shibuya:tasks', 'kanto/tokyo:rabbitmq').exitCode).toBe(1)
    expect(ask('kanto/tokyo:broker', 'kanto/shibuya:worker').text).toContain('no port leads there from outside')
  })

  it.each([
    ['workr', 'rabbitmq', {}, 'did you mean "worker"'],
    ['toky:worker', 'rabbitmq', {}, 'there is no cluster "toky"'],
    ['worker', 'dgraph', { cluster: 'laptop' }, 'dgraph'],
    ['worker', 'rabbitmq', { port: '0' }, '--port'],
    ['worker', undefined, {}, 'FROM TO'],
  ])('does not guess: %s %s %j', (from, to, options, hint) => {
    const { environment } = capture(repository)
    const work = () => reach({ from, to, write: false, ...options }, environment)
    expect(work).toThrow(CannotFinish)
    expect(work).toThrow(hint)
  })
})
