import { expect, test } from 'vitest'
import { addEnums } from './add-enums.ts'

const goCode = `
func schema_k8sio_api_core_v1_Thing(ref common.ReferenceCallback) common.OpenAPIDefinition {
\t\t\t\tProperties: map[string]spec.Schema{
\t\t\t\t\t"free": {
\t\t\t\t\t\tSchemaProps: spec.SchemaProps{
\t\t\t\t\t\t},
\t\t\t\t\t},
\t\t\t\t\t"mode": {
\t\t\t\t\t\tSchemaProps: spec.SchemaProps{
\t\t\t\t\t\t\tEnum:        []interface{}{"", "a", "b"},
\t\t\t\t\t\t},
\t\t\t\t\t},
\t\t\t\t\t"modes": {
\t\t\t\t\t\t\tItems: &spec.SchemaOrArray{
\t\t\t\t\t\t\t\tSchema: &spec.Schema{
\t\t\t\t\t\t\t\t\t\tEnum:    []interface{}{"a"},
\t\t\t\t\t},
`
const properties = {
  free: { type: 'string' },
  mode: { type: 'string' },
  modes: { type: 'array', items: { type: 'string' } },
}

test('enums go to the field, or to the items of the list, that the code gives them to', () => {
  const { 'io.k8s.api.core.v1.Thing': thing, 'io.k8s.api.core.v2.Thing': other } = addEnums(
    { 'io.k8s.api.core.v1.Thing': { properties }, 'io.k8s.api.core.v2.Thing': { properties } },
    goCode,
  )
  expect(thing?.properties).toEqual({
    free: { type: 'string' },
    mode: { type: 'string', enum: ['', 'a', 'b'] },
    modes: { type: 'array', items: { type: 'string', enum: ['a'] } },
  })
  expect(other?.properties).toEqual(properties)
})
