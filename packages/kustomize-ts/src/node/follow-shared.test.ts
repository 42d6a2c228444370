import { describe, expect, it } from 'vitest'
import { build } from '../build/build.ts'
import { createMemoryFileSystem } from '../source/memory.ts'

const deployment = 'apiVersion: apps/v1\nkind: Deployment\nmetadata: {name: d}\nspec: {}\n'

function buildOverlay(overlay: string): string {
  const files = {
    '/base/kustomization.yaml': 'resources: [d.yaml]\nlabels: [{pairs: {env: x}, includeSelectors: true}]\n',
    '/base/d.yaml': deployment,
    '/component/kustomization.yaml':
      'apiVersion: kustomize.config.k8s.io/v1alpha1\nkind: Component\nlabels: [{pairs: {env: "1"}}]\n',
    '/overlay/kustomization.yaml': `resources: [../base]\n${overlay}`,
  }
  const { yaml, diagnostics } = build('/overlay', { fileSystem: createMemoryFileSystem(files) })
  expect(diagnostics.filter(diagnostic => diagnostic.severity === 'error')).toEqual([])
  return yaml
}

function listValues(yaml: string): readonly string[] {
  return (yaml.match(/env: .*/g) ?? []).map(line => line.slice(5))
}

describe('a label that a transformer made in several fields', () => {
  it.each([
    ['another label transformer', 'labels: [{pairs: {env: b}}]'],
    [
      'a strategic merge',
      'patches: [{patch: "{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, labels: {env: b}}}"}]',
    ],
    [
      'a replacement',
      'replacements: [{sourceValue: b, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.labels.env]}]}]',
    ],
  ])('changes in all of them with %s', (_, overlay) => {
    expect(listValues(buildOverlay(overlay))).toEqual(['b', 'b', 'b'])
  })

  it('takes the last of two values', () => {
    const patch =
      '{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, labels: {env: a}}, spec: {selector: {matchLabels: {env: b}}}}'
    expect(listValues(buildOverlay(`patches: [{patch: "${patch}"}]`))).toEqual(['b', 'b', 'b'])
  })

  it('follows the place that changes, not one that only gets quotes', () => {
    const patch = '{apiVersion: apps/v1, kind: Deployment, metadata: {name: d, labels: {env: b}}}'
    const yaml = buildOverlay(
      `labels: [{pairs: {env: "1"}}]\npatches: [{patch: "${patch}", target: {kind: Deployment}}]`,
    )
    expect(listValues(yaml)).toEqual(['"1"', '"1"', '"1"'])
    expect(listValues(buildOverlay(`components: [../component]\npatches: [{patch: "${patch}"}]`))).toEqual([
      'b',
      'b',
      'b',
    ])
  })

  it('stands alone after a JSON 6902 patch', () => {
    const patch = '- {op: add, path: /x, value: 1}'
    const overlay = `patches: [{patch: "${patch}", target: {kind: Deployment}}]\ncommonLabels: {other: x}\nlabels: []\n`
    expect(
      listValues(
        buildOverlay(
          `${overlay}replacements: [{sourceValue: b, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.labels.env]}]}]`,
        ),
      ),
    ).toEqual(['b', 'x', 'x'])
  })

  it('stands alone, if it is an annotation, once kustomize has noted where its object is from', () => {
    const files = {
      '/base/kustomization.yaml': 'resources: [d.yaml]\ncommonAnnotations: {env: x}\n',
      '/base/d.yaml': deployment.replace('spec: {}', 'spec: {template: {spec: {}}}'),
      '/overlay/kustomization.yaml':
        'resources: [../base]\nbuildMetadata: [originAnnotations]\nreplacements: [{sourceValue: b, targets: [{select: {kind: Deployment}, fieldPaths: [metadata.annotations.env]}]}]\n',
    }
    expect(listValues(build('/overlay', { fileSystem: createMemoryFileSystem(files) }).yaml)).toEqual(['b', 'x'])
  })
})
