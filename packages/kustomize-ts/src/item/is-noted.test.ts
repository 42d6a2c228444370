import { describe, expect, it } from 'vitest'
import { buildFiles, problemsOf } from '../testing/build-files.ts'

const resources = `apiVersion: v1
kind: Service
metadata: { name: source, annotations: { a: b } }
---
apiVersion: v1
kind: Service
metadata: { name: target }
`

function problemsWith(kustomization: string): readonly string[] {
  return problemsOf(buildFiles({ 'r.yaml': resources, 'kustomization.yaml': `resources: [r.yaml]\n${kustomization}` }))
}

function copy(kind: string, path: string): string {
  return `replacements:
- source: { kind: ${kind}, name: ${kind === 'Service' ? 'source' : 'cm'}, fieldPath: ${path} }
  targets:
  - select: { name: target }
    fieldPaths: [spec]
    options: { create: true }
`
}

describe('what a replacement copies with notes in it is an error', () => {
  it.each([
    ['of a renamed object', 'namePrefix: p-\n', 'Service', 'metadata'],
    ['of a renamed object', 'namePrefix: p-\n', 'Service', 'metadata.annotations'],
    ['of a generated object', 'configMapGenerator: [{ name: cm, literals: [a=b] }]\n', 'ConfigMap', 'metadata'],
  ])('%s', (_, fields, kind, path) => {
    const at = kind === 'Service' ? 53 : 51
    expect(problemsWith(fields + copy(kind, path))).toEqual([
      `replacement-copies-notes /app/kustomization.yaml:4:${at}`,
    ])
  })

  it.each([
    ['nothing was noted', '', 'metadata'],
    ['one annotation is copied', 'namePrefix: p-\n', 'metadata.annotations.a'],
  ])('but not where %s', (_, fields, path) => {
    expect(problemsWith(fields + copy('Service', path))).toEqual([])
  })
})

it.each([
  ['{ op: copy, from: /metadata, path: /spec }', ['patch-reads-notes']],
  ['{ op: move, from: /metadata/annotations, path: /spec }', ['patch-reads-notes']],
  ['{ op: test, path: /metadata/annotations, value: { a: b } }', ['patch-reads-notes']],
  ['{ op: copy, from: /metadata/annotations/a, path: /spec }', []],
  ['{ op: test, path: /metadata/annotations/a, value: b }', []],
])('the operation %s', (operation, codes) => {
  const problems = problemsWith(`patches:\n- target: { name: source }\n  patch: |\n    - ${operation}\n`)
  expect(problems.map(problem => problem.split(' ')[0])).toEqual(codes)
})
