import { expect, it } from 'vitest'
import { buildFiles } from '../testing/build-files.ts'

it('a resource without apiVersion stays without one, whatever its patch says: kustomize prints a null', () => {
  const { yaml } = buildFiles({
    'cm.yaml': 'kind: ConfigMap\nmetadata: {name: a}\n',
    'kustomization.yaml':
      'resources: [cm.yaml]\npatches: [{target: {kind: ConfigMap}, patch: "{apiVersion: v1, kind: Any, metadata: {name: b}, data: {c: d}}"}]\n',
  })
  expect(yaml).toBe('apiVersion: null\ndata:\n  c: d\nkind: ConfigMap\nmetadata:\n  name: a\n')
})
