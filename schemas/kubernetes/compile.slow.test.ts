import { describe, expect, test } from 'vitest'
import { findSchemaFile, listKinds, versions } from './index.ts'
import { createStrictCompiler } from './testing/compile-kind.ts'

describe.each(versions)('Kubernetes %s', version => {
  const compile = createStrictCompiler()

  test.each(listKinds(version))('the schema of $kind in $apiVersion compiles, and takes no other kind', name => {
    const validate = compile(findSchemaFile(version, name) ?? '')
    expect(validate({ ...name, kind: `${name.kind}s`, metadata: { name: 'a' } })).toBe(false)
    expect(validate.errors?.map(({ instancePath }) => instancePath)).toContain('/kind')
    expect(validate({ ...name, metadata: { name: 'a' }, unknown: {} })).toBe(false)
    expect(validate.errors?.map(({ params }) => params.additionalProperty)).toContain('unknown')
  })
})
