import { describe, expect, test } from 'vitest'
import { parse } from 'yaml'
import { findSchemaFile, versions } from './index.ts'
import { createStrictCompiler } from './testing/compile-kind.ts'
import { faultsIn, manifestCases } from './testing/manifest-cases.ts'

const compile = createStrictCompiler()

interface Manifest {
  readonly apiVersion: string
  readonly kind: string
}

/** The faults of a manifest, each as `/path keyword`, without those that only repeat others. */
function judge(yaml: string, version: (typeof versions)[number]): string[] {
  const manifest = parse(yaml) as Manifest
  const file = findSchemaFile(version, manifest)
  if (file === undefined) return [`no ${manifest.apiVersion} ${manifest.kind}`]
  const validate = compile(file)
  if (validate(manifest)) return []
  const faults = (validate.errors ?? []).filter(({ keyword }) => keyword !== 'if' && keyword !== 'propertyNames')
  return faults.map(({ instancePath, keyword, params, propertyName }) =>
    `${instancePath} ${keyword} ${params.missingProperty ?? params.additionalProperty ?? propertyName ?? ''}`.trim(),
  )
}

// What the API servers say of the same manifests is compared with it by `npm run e2e -- accepted`.
describe.each(versions)('Kubernetes %s', version => {
  test.each(manifestCases.map(one => ({ ...one, faults: faultsIn(one, version) })))('$what: $faults', one => {
    expect(judge(one.yaml, version)).toEqual(one.faults)
  })
})

test('a kind that a version does not have is not there', () => {
  const policy =
    '{ apiVersion: admissionregistration.k8s.io/v1, kind: MutatingAdmissionPolicy, metadata: { name: a }, spec: {} }'
  expect(judge(policy, '1.34')).toEqual(['no admissionregistration.k8s.io/v1 MutatingAdmissionPolicy'])
  expect(judge(policy, '1.36')).toEqual([])
})
