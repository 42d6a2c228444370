import { expect, it } from 'vitest'
import { buildFiles, configMap, problemsOf } from '../testing/build-files.ts'

const cm = { 'cm.yaml': configMap('cm') }

it.each(['kustomization.yaml', 'kustomization.yml', 'Kustomization'])('%s is read', name => {
  expect(buildFiles({ ...cm, [name]: 'resources: [cm.yaml]' }).yaml).toBe(configMap('cm'))
})

it('field names match without regard to case', () => {
  expect(buildFiles({ ...cm, Kustomization: 'Resources: [cm.yaml]\nNAMEPREFIX: a-' }).yaml).toBe(configMap('a-cm'))
})

it('the last of two equal keys counts, with a warning at the second', () => {
  const result = buildFiles({ ...cm, Kustomization: 'resources: [cm.yaml]\nnamePrefix: a-\nnamePrefix: b-' })
  expect(problemsOf(result)).toEqual(['yaml-duplicate-key /app/Kustomization:3:1'])
  expect(result.yaml).toBe(configMap('b-cm'))
})

it.each([
  ['', 'empty-kustomization', '1:1'],
  ['kind: Kustomization', 'empty-kustomization', '1:1'],
  ['resources: [cm.yaml]\nnamePrefx: x', 'unknown-field', '2:1'],
  ['resources: cm.yaml', 'wrong-type', '1:12'],
  ['resources: [cm.yaml]\nimages: [{name: a, newTag: 1.10}]', 'wrong-type', '2:28'],
  ['resources: [cm.yaml]\nkind: Deployment', 'wrong-kind', '2:7'],
  ['resources: [cm.yaml]\napiVersion: v1', 'wrong-api-version', '2:13'],
  ['helmCharts: [{name: x}]', 'unsupported-field', '1:1'],
  ['[', 'yaml-syntax', '1:2'],
  ['resources: [cm.yaml]\nconfigurations: [~]', 'empty-path', '2:18'],
  ['resources: [cm.yaml]\npatches: [~]', 'no-patch', '2:11'],
  ['resources: [cm.yaml]\npatchesStrategicMerge: [~]', 'empty-patch', '2:25'],
])('%j is refused as %s at %s', (text, code, place) => {
  const result = buildFiles({ ...cm, 'kustomization.yaml': text })
  expect(problemsOf(result)).toEqual([`${code} /app/kustomization.yaml:${place}`])
  expect([result.resources, result.yaml]).toEqual([[], ''])
})

it('an unknown field is compared with the known ones', () => {
  const { diagnostics } = buildFiles({ Kustomization: 'resourcs: []' })
  expect(diagnostics[0]?.fix).toContain('"resources"')
})

it('a folder has one kustomization file', () => {
  expect(problemsOf(buildFiles({ Kustomization: 'resources: []', 'kustomization.yaml': '' }))).toEqual([
    'several-kustomizations /app:1:1',
  ])
  expect(problemsOf(buildFiles(cm))).toEqual(['no-kustomization /app:1:1'])
  expect(problemsOf(buildFiles(cm, '/other'))).toEqual(['file-not-found /other:1:1'])
})
