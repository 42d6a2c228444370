import { expect, it } from 'vitest'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Verification } from '../model/verification.ts'
import { reportVerification } from './verification.ts'

const options = {
  hasColor: false,
  isWhole: true,
  durationMs: 840,
  nameOf: (file: string) => file.replace('/repo/', ''),
}
const problem: Diagnostic = {
  code: 'pods-ready',
  severity: 'error',
  message: 'the pod is not ready:\nit waits',
  fix: 'wait',
  resource: { apiVersion: 'v1', kind: 'Pod', namespace: 'fogflow', name: 'broker-0' },
  source: { file: '/repo/base/broker/stateful-set.yaml', line: 3, column: 5 },
}
const verification: Verification = {
  cluster: 'lab/laptop',
  context: 'laptop',
  server: 'https://127.0.0.1:6443',
  revision: 'main at 1a2b3c4d5e6f',
  checks: [
    { id: 'pods-ready', state: 'failed', remark: '7 pods' },
    { id: 'config-current', state: 'passed', remark: '7 ConfigMaps' },
    { id: 'intent-runs', state: 'skipped', remark: '--intent runs it' },
  ],
  diagnostics: [problem],
}

it('gives people a line a check, a paragraph a problem, and a sum', () => {
  expect(
    reportVerification(verification, 'text', options).text,
  ).toBe(`lab/laptop at https://127.0.0.1:6443 (context laptop), Git: main at 1a2b3c4d5e6f

  FAIL  pods-ready
  ok    config-current  7 ConfigMaps
  skip  intent-runs     --intent runs it

Pod/broker-0  error  pods-ready
  the pod is not ready:
  it waits
  fix: wait
  Git: base/broker/stateful-set.yaml:3:5

3 checks: 1 passed, 1 failed, 1 skipped, 0 warnings (0.8 s)
`)
})

it('says once what several checks say in the same words', () => {
  const { source, resource, ...same } = problem
  const diagnostics = ['broker-answers', 'master-answers'].map(code => ({ ...same, code }))
  const { text } = reportVerification({ ...verification, diagnostics }, 'text', options)
  expect(text).toContain('the cluster  error  broker-answers, master-answers\n')
  expect(text.match(/fix:/g)).toHaveLength(1)
})

it('carries colour only where it may', () => {
  expect(reportVerification(verification, 'text', options).text).not.toContain('\u001b')
  expect(reportVerification(verification, 'text', { ...options, hasColor: true }).text).toContain('\u001b[31m')
})

it('fails for a check that failed, not for warnings or what was skipped', () => {
  expect(reportVerification(verification, 'json', options).exitCode).toBe(1)
  const checks = verification.checks.filter(({ state }) => state !== 'failed')
  const diagnostics: Diagnostic[] = [{ ...problem, severity: 'warning' }]
  expect(reportVerification({ ...verification, checks, diagnostics }, 'json', options).exitCode).toBe(0)
})
