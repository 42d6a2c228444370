import { describe, expect, it } from 'vitest'
import { mapOf } from '../testing/node-of.ts'
import { readUnits } from '../testing/read-units.ts'
import { type Candidate, compileSelector, type Selector } from './compile-selector.ts'

const web: Candidate = {
  group: 'apps',
  version: 'v1',
  kind: 'Deployment',
  names: ['web', 'prod-web'],
  namespaces: ['default', 'shop'],
  root: mapOf({ metadata: { labels: { app: 'web', replicas: 3 }, annotations: { note: 'x' } } }),
}

function selects(selector: Selector): boolean {
  return compileSelector(selector, () => undefined).selects(web)
}

describe('compileSelector', () => {
  it.each<[Selector, boolean]>([
    [{}, true],
    [{ kind: 'Deploy.*', name: 'web' }, true],
    [{ name: 'prod-.*' }, true],
    [{ name: 'we' }, false],
    [{ namespace: 'shop' }, true],
    [{ group: 'batch' }, false],
    [{ labelSelector: 'app=web,replicas=3' }, true],
    [{ labelSelector: 'app!=web' }, false],
    [{ annotationSelector: 'note=x' }, true],
    [{ annotationSelector: 'app' }, false],
  ])('%j selects a Deployment named web: %s', (selector, expected) => {
    expect(selects(selector)).toBe(expected)
  })

  it('reports what it cannot read, at its place, and selects nothing', () => {
    const place = { file: '/kustomization.yaml', line: 7, column: 3 }
    const compiled = compileSelector({ name: '(?=a)', labelSelector: 'a=b=c' }, () => place)
    const diagnostic = { code: 'selector-invalid', severity: 'error', source: place }
    expect(compiled.diagnostics).toMatchObject([diagnostic, diagnostic])
    expect(compiled.selects(web)).toBe(false)
  })
})

interface NamespaceRow {
  readonly S: { readonly ResId: { readonly Namespace: string } }
  readonly Namespace: string
  readonly Expected: boolean
}

const rows = readUnits<NamespaceRow>('api/types/selector_test.go')
describe.skipIf(rows.length === 0)('the rows of kustomize for namespaces', () => {
  it.each(rows)('$fields.S.ResId.Namespace, $fields.Namespace', ({ fields: { S, Namespace, Expected } }) => {
    const compiled = compileSelector({ namespace: S.ResId.Namespace }, () => undefined)
    expect(compiled.selects({ ...web, namespaces: [Namespace] })).toBe(Expected)
  })
})
