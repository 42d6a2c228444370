import { existsSync, readdirSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { findSchemaFile, listKinds, listVersionsWith, location, versions } from './index.ts'

test('a kind is in the versions that have it', () => {
  expect(listVersionsWith({ apiVersion: 'apps/v1', kind: 'Deployment' })).toEqual(versions)
  expect(listVersionsWith({ apiVersion: 'admissionregistration.k8s.io/v1', kind: 'MutatingAdmissionPolicy' })).toEqual([
    '1.36',
    '1.37',
  ])
  expect(listVersionsWith({ apiVersion: 'extensions/v1beta1', kind: 'Deployment' })).toEqual([])
  expect(listVersionsWith({ apiVersion: 'v1', kind: 'deployment' })).toEqual([])
  expect(listVersionsWith({ apiVersion: 'constructor', kind: 'name' })).toEqual([])
})

test('a file has the name that kubeconform looks for', () => {
  const fileOf = (apiVersion: string, kind: string) => {
    const file = findSchemaFile('1.34', { apiVersion, kind })
    return file && `${basename(dirname(file))}/${basename(file)}`
  }
  expect(fileOf('v1', 'ConfigMap')).toBe('v1.34.0-standalone-strict/configmap-v1.json')
  expect(fileOf('networking.k8s.io/v1', 'Ingress')).toBe('v1.34.0-standalone-strict/ingress-networking-v1.json')
  expect(fileOf('kustomize.toolkit.fluxcd.io/v1', 'Kustomization')).toBe(
    'v1.34.0-standalone-strict/kustomization-kustomize-v1.json',
  )
  expect(fileOf('v1', 'Deployment')).toBeUndefined()
})

describe.each(versions)('Kubernetes %s', version => {
  const kinds = listKinds(version)

  test('has one file for each of its kinds, and no other', () => {
    const files = kinds.map(kind => findSchemaFile(version, kind) ?? '')
    expect(files.every(existsSync)).toBe(true)
    const folder = join(location, `v${version}.0-standalone-strict`)
    const names = readdirSync(folder).filter(name => name !== '_definitions.json')
    expect(files.map(file => basename(file)).sort()).toEqual(names.sort())
  })

  test.each([
    ['argoproj.io/v1alpha1', ['AppProject', 'Application', 'ApplicationSet']],
    ['source.toolkit.fluxcd.io/v1', ['GitRepository']],
    ['kustomize.toolkit.fluxcd.io/v1', ['Kustomization']],
    ['external-secrets.io/v1', ['ExternalSecret', 'SecretStore']],
    ['bitnami.com/v1alpha1', ['SealedSecret']],
  ])('has the custom resources of %s', (apiVersion, expected) => {
    expect(kinds.filter(kind => kind.apiVersion === apiVersion).map(({ kind }) => kind)).toEqual(expected)
  })
})
