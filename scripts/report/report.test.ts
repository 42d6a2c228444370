import { describe, expect, it } from 'vitest'
import type { Judgement } from '../model/judgement.ts'
import { report } from './report.ts'

const options = {
  hasColor: false,
  isWhole: false,
  durationMs: 4123,
  nameOf: (file: string) => file.slice('/repo/'.length),
}

const judgement: Judgement = {
  summary: {
    kustomizations: 816,
    clusters: 0,
    resources: 15204,
    valid: 15203,
    invalid: 1,
    skipped: 4,
    empty: 0,
    errors: 1,
    warnings: 0,
    kubernetes: '1.34',
  },
  diagnostics: [
    {
      code: 'worker-capacity',
      severity: 'error',
      message: 'worker.capacity is 0: FogFlow never gives this worker a task',
      fix: 'set it to the number of tasks the node can run',
      source: { file: '/repo/base/worker/config.json', line: 14, column: 13 },
      clusters: ['ginza', 'shibuya', 'ueno', 'ebisu'],
    },
  ],
  skipped: ['a', 'b', 'c', 'd'].map(what => ({ what, reason: 'compose files are not checked yet' })),
  notes: [],
}

describe('the text for people', () => {
  it('gives each diagnostic a place, a message, a fix and the units that suffer, and sums up', () => {
    expect(report(judgement, 'text', options).text).toBe(`base/worker/config.json:14:13  error  worker-capacity
  worker.capacity is 0: FogFlow never gives this worker a task
  fix: set it to the number of tasks the node can run
  in 4 kustomizations: ginza, shibuya, ueno … (--all lists them)

skipped: 4, compose files are not checked yet: a, b, c … (--all lists them)
816 kustomizations, 15,204 resources, Kubernetes 1.34: 1 error, 0 warnings, 4 skipped (4.1 s)
`)
  })

  it('names all units when asked to', () => {
    expect(report(judgement, 'text', { ...options, isWhole: true }).text).toContain('ginza, shibuya, ueno, ebisu\n')
  })

  it('does not name the unit in which the file stands', () => {
    const [diagnostic] = judgement.diagnostics
    const diagnostics = diagnostic ? [{ ...diagnostic, clusters: ['base/worker'] }] : []
    expect(report({ ...judgement, diagnostics }, 'text', options).text).not.toMatch(/^ {2}in /m)
  })

  it('carries colour only where it may', () => {
    expect(report(judgement, 'text', { ...options, hasColor: true }).text).toContain('\u001b[31m')
    expect(report(judgement, 'text', options).text).not.toContain('\u001b')
  })
})

it('gives machines the same, with absent facts as absent keys', () => {
  expect(JSON.parse(report(judgement, 'json', options).text)).toEqual({
    summary: { ...judgement.summary, durationMs: 4123 },
    diagnostics: [
      {
        code: 'worker-capacity',
        severity: 'error',
        message: 'worker.capacity is 0: FogFlow never gives this worker a task',
        fix: 'set it to the number of tasks the node can run',
        file: 'base/worker/config.json',
        line: 14,
        column: 13,
        clusters: ['ginza', 'shibuya', 'ueno', 'ebisu'],
      },
    ],
  })
})

it('fails for errors, not for warnings alone', () => {
  const summary = { ...judgement.summary, errors: 0, warnings: 1 }
  expect(report(judgement, 'json', options).exitCode).toBe(1)
  expect(report({ ...judgement, summary }, 'json', options).exitCode).toBe(0)
})
