import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { showControls } from '../text/show-controls.ts'
import { formats, readFormat } from './format.ts'
import { report } from './report.ts'
import { diagnostics, judgement, options, rule } from './testing/judgement.ts'

describe('the text for people', () => {
  it('gives each diagnostic a place, a message, a fix and the units that suffer, and sums up', () => {
    expect(report(judgement, 'text', options).text).toBe(`base/worker/config.json:14:13  error  worker-capacity
  worker.capacity is 0: FogFlow never gives this worker a task
  fix: set it to the number of tasks the node can run
  why: FogFlow's master gives no task to a worker without capacity.
  in 4 clusters: ginza, shibuya, ueno … (--all lists them)

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

  it('says why once for each rule', () => {
    const diagnostics = [...judgement.diagnostics, ...judgement.diagnostics]
    expect(report({ ...judgement, diagnostics }, 'text', options).text.match(/why: /g)).toHaveLength(1)
  })

  it('shows what a terminal would act on', () => {
    fc.assert(
      fc.property(diagnostics, found => {
        const { text } = report({ ...judgement, diagnostics: found }, 'text', options)
        // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what must not be there
        expect(text).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e]/)
        for (const { message } of found)
          expect(text).toContain(`\n  ${showControls(message).replaceAll('\n', '\n  ')}\n`)
      }),
    )
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
        why: rule.why,
        file: 'base/worker/config.json',
        line: 14,
        column: 13,
        clusters: judgement.diagnostics[0]?.clusters,
      },
    ],
  })
})

it('gives machines what was found as it is, whatever it is', () => {
  fc.assert(
    fc.property(diagnostics, found => {
      const { text } = report({ ...judgement, diagnostics: found }, 'json', options)
      const facts = found.map(({ message, fix, clusters }) => ({ message, fix, clusters }))
      expect(JSON.parse(text).diagnostics).toMatchObject(JSON.parse(JSON.stringify(facts)))
    }),
  )
})

it('knows its formats by name, and suggests the nearest', () => {
  expect(formats.map(readFormat)).toEqual(formats)
  expect(() => readFormat('sarf')).toThrow('did you mean "sarif"?')
  expect(() => readFormat('JSON')).toThrow('did you mean "json"?')
  expect(() => readFormat('constructor')).toThrow('the formats are text, json,')
})

it.each(formats)('one cause in a thousand clusters is one finding: %s', format => {
  const names = Array.from({ length: 1000 }, (_, index) => `clusters/kanto/site-${index}`)
  const [first] = judgement.diagnostics
  const diagnostics = first ? [{ ...first, clusters: names }] : []
  const { text } = report({ ...judgement, diagnostics }, format, options)
  expect(text.match(/worker.capacity is 0: FogFlow never/g)).toHaveLength(format === 'junit' ? 3 : 1)
  expect(text.length).toBeLessThan(65_536)
  const listsAll = ['json', 'sarif', 'junit'].includes(format)
  expect(text).toContain(listsAll ? 'kanto/site-999' : 'in 1,000 clusters: kanto/site-0,')
})

it('fails for errors, not for warnings alone', () => {
  const summary = { ...judgement.summary, errors: 0, warnings: 1 }
  expect(report(judgement, 'json', options).exitCode).toBe(1)
  expect(report({ ...judgement, summary }, 'json', options).exitCode).toBe(0)
})
