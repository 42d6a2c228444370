import { expect, it } from 'vitest'
import type { Defect } from '../../upstream/defects.ts'
import { findDefects } from './find-defects.ts'
import { kubeScore } from './kube-score.ts'
import { kubeconform } from './kubeconform.ts'

const defect = (id: string, path: string, kinds: readonly string[]): Defect => ({
  ...{ id, file: 'cloud/broker.yaml', line: 15, also: ['edge/broker.yaml:12', 'edge/worker.yaml'] },
  ...{ path, objects: ['Deployment/broker', 'Deployment/worker'], kinds },
})
const defects = [
  defect('image', 'spec.template.spec.containers[0].image', ['mutable-image-tag']),
  defect('resources', 'spec.template.spec.containers[0].resources', ['resources-required', 'other']),
  defect('version', 'metadata.resourceVersion', ['server-owned-field']),
]

const on = (file: string, object: string) => ({ file, object, message: '' })
const broker = on('cloud/broker.yaml', 'Deployment/broker')
const find = (check: string, place: { file: string; object: string; message: string }) =>
  findDefects(kubeScore, [{ ...place, check }], defects)

it('a check of kube-score finds the defects of its kinds', () => {
  expect(find('container-resources', broker)).toEqual(['resources'])
  expect(find('container-image-tag', broker)).toEqual(['image'])
  expect(find('deployment-replicas', broker)).toEqual([])
})

it('a defect is found in each of its files, on its objects only', () => {
  expect(find('container-resources', on('edge/broker.yaml', 'Deployment/broker'))).toEqual(['resources'])
  expect(find('container-resources', on('edge/worker.yaml', 'Deployment/worker'))).toEqual(['resources'])
  expect(find('container-resources', on('edge/other.yaml', 'Deployment/broker'))).toEqual([])
  expect(find('container-resources', on('cloud/broker.yaml', 'Service/broker'))).toEqual([])
})

const violate = (pointer: string, message = '') =>
  findDefects(kubeconform, [{ ...broker, check: 'statusInvalid', pointer, message }], defects)

it('a violation of the schema finds the defect of its field', () => {
  expect(violate('/spec/template/spec/containers/0/image')).toEqual(['image'])
  expect(violate('/spec/template/spec/containers/1/image')).toEqual([])
  expect(violate('/metadata', "additional properties 'resourceVersion' not allowed")).toEqual(['version'])
  expect(violate('/metadata', "additional properties 'resource' not allowed")).toEqual([])
})

it('what kube-score says of an object is one finding a sentence, without what it skipped or praised', () => {
  const check = (id: string, grade: number, skipped: boolean, ...summaries: string[]) => ({
    ...{ check: { id }, grade, skipped, comments: summaries.length ? summaries.map(summary => ({ summary })) : null },
  })
  const checks = [check('a', 1, false, 'no limit', 'no request'), check('b', 0, true, 'skipped'), check('c', 10, false)]
  const scored = { file_name: '/f.yaml', type_meta: { kind: 'Pod' }, object_meta: { name: 'p' }, checks }
  expect(kubeScore.readFindings(JSON.stringify([scored]))).toMatchObject([
    { object: 'Pod/p', check: 'a', message: 'no limit' },
    { object: 'Pod/p', check: 'a', message: 'no request' },
  ])
})
