import { describe, expect, it } from 'vitest'
import { capture } from '../testing/capture.ts'
import { writeTree } from '../testing/write-tree.ts'
import { validate } from './validate.ts'

/** What is found in files, as `code file:line`, the fixes, and the summary. */
function run(files: Readonly<Record<string, string>>) {
  const { environment, output } = capture(writeTree(files))
  const exitCode = validate(['.'], { format: 'json', release: '3.2.8', all: false }, environment)
  const { diagnostics, summary } = JSON.parse(output())
  const found = diagnostics.map(({ code, file, line }: Record<string, string>) => `${code} ${file}:${line}`)
  return { exitCode, found, fixes: diagnostics.map(({ fix }: { fix: string }) => fix), summary }
}

/** A ConfigMap that ignores some codes, the first of them at line 6. */
function annotated(codes: readonly string[], more = '', reason = 'it is so') {
  const lines = codes.map(code => `    gitops.fogflow.io/ignore.${code}: "${reason}"\n`)
  return `apiVersion: v1\nkind: ConfigMap\nmetadata:\n  name: a\n  annotations:\n${lines.join('')}${more}`
}

const configOf = (text: string) => `data:\n  config.json: '${text}'\n`

describe('an annotation that ignores a code', () => {
  it('takes the findings of a rule away', () => {
    const { found, summary } = run({ 'a.yaml': annotated(['server-owned-field'], '  uid: a\n') })
    expect([found, summary]).toEqual([[], expect.objectContaining({ valid: 1, skipped: 0 })])
  })

  it('takes those of a schema away, and then the resource counts as skipped: nobody has judged its shape', () => {
    const { exitCode, found, summary } = run({ 'a.yaml': annotated(['unknown-field'], 'dat: {}\n') })
    expect([exitCode, found, summary]).toEqual([0, [], expect.objectContaining({ valid: 0, skipped: 1, errors: 0 })])
  })

  it('is shown with its reason where it stood against a schema', () => {
    const { environment, output } = capture(writeTree({ 'a.yaml': annotated(['unknown-field'], 'dat: {}\n') }))
    validate(['.'], { format: 'text', release: '3.2.8', all: false }, environment)
    expect(output()).toContain('skipped: 1, unknown-field is ignored: it is so: ConfigMap/a of ')
  })

  it('takes those of a FogFlow config away', () => {
    const text = configOf('{ "broker": { "http_port": "x" } }')
    const codes = run({ 'a.yaml': annotated(['server-owned-field'], `  uid: a\n${text}`) }).found.map(
      (one: string) => one.split(' ')[0],
    )
    expect(codes).toContain('config-wrong-type')
    const { found, summary } = run({ 'a.yaml': annotated([...new Set<string>(codes)], text) })
    expect([found, summary]).toEqual([[], expect.objectContaining({ valid: 1, invalid: 0 })])
  })

  it('stands in the options of a generator, for a config that is a file', () => {
    const generator = (options: string) =>
      `configMapGenerator:\n  - name: a\n    files: [config.json]\n    options: { ${options} }\n`
    const annotation = (code: string) => `annotations: { gitops.fogflow.io/ignore.${code}: "it is so" }`
    const files = { 'config.json': '{ "broker": \n' }
    const before = run({ ...files, 'kustomization.yaml': generator('') }).found
    expect(before).toEqual([expect.stringMatching(/^config-syntax config.json:/)])
    expect(run({ ...files, 'kustomization.yaml': generator(annotation('config-syntax')) }).found).toEqual([])
    expect(run({ ...files, 'kustomization.yaml': generator(annotation('config-dead-key')) }).found).toEqual([
      ...before,
      'ignore-unused kustomization.yaml:4',
    ])
  })

  it('leaves the other findings of its resource, and those of other resources', () => {
    const other = `---\n${annotated(['server-owned-field'], '  uid: a\ndat: {}\n').replace('name: a', 'name: b')}`
    const { found } = run({ 'a.yaml': `${annotated(['unknown-field'], '  uid: a\ndat: {}\n')}${other}` })
    expect(found).toEqual(['server-owned-field a.yaml:7', 'unknown-field a.yaml:17'])
  })
})

describe('an annotation that is told of itself', () => {
  it('ignores nothing', () => {
    const { exitCode, found } = run({ 'a.yaml': annotated(['server-owned-field', 'unknown-field']) })
    expect([exitCode, found]).toEqual([0, ['ignore-unused a.yaml:6', 'ignore-unused a.yaml:7']])
  })

  it('ignores nothing in any of the overlays that have it; one that is of use in one of them is not told', () => {
    const overlay = 'resources: [../base]\n'
    const patch = 'patches:\n  - patch: |-\n      { apiVersion: v1, kind: ConfigMap, metadata: { name: a, uid: b } }\n'
    const files = {
      'base/kustomization.yaml': 'resources: [a.yaml]\n',
      'base/a.yaml': annotated(['server-owned-field']),
      'one/kustomization.yaml': overlay,
    }
    expect(run({ ...files, 'two/kustomization.yaml': overlay }).found).toEqual(['ignore-unused base/a.yaml:6'])
    expect(run({ ...files, 'two/kustomization.yaml': overlay + patch }).found).toEqual([])
  })

  it.each(['', ' '])('gives no reason: %j', reason => {
    const { exitCode, found } = run({ 'a.yaml': annotated(['unknown-field'], 'dat: {}\n', reason) })
    expect([exitCode, found]).toEqual([1, ['ignore-without-reason a.yaml:6', 'unknown-field a.yaml:7']])
  })

  it('names nothing that there is, or what has a better name', () => {
    expect(run({ 'a.yaml': annotated(['server-owned-fields']) })).toMatchObject({
      exitCode: 1,
      found: ['ignore-unknown-rule a.yaml:6'],
      fixes: ['did you mean "gitops.fogflow.io/ignore.server-owned-field"?'],
    })
  })

  it.each([
    ['of a kustomization', 'file-not-found'],
    ['of a cluster.yaml', 'unproven-image'],
    ['of a file', 'unreferenced-file'],
    ['of an annotation itself', 'ignore-unused'],
  ])('names a finding %s, which no annotation can ignore', (_, code) => {
    const { found, fixes } = run({ 'a.yaml': annotated([code]) })
    expect([found, fixes]).toEqual([['ignore-unknown-rule a.yaml:6'], [expect.stringContaining('cannot be ignored')]])
  })
})
