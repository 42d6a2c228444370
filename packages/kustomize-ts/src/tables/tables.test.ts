import { existsSync, readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { isMergedList, type MergeSchema, schemaOfField, schemaOfItems, schemaOfType } from './merge-schema.ts'
import { builtinSchema, fieldSpecs, isNamespaced, legacyOrder } from './tables.ts'

const folder = new URL('../../../../../shared/conformance/', import.meta.url).pathname
const tablesAreThere = existsSync(folder)
if (!tablesAreThere) console.warn('skipped: 3 tests, because ../shared/conformance is absent')

/** A string in a label selector is annotated like a list; nothing comes of it. */
const scalarsWithKey = ['key']
/** The expected table covers Kubernetes, not kustomize's own types. */
const ofKustomizations = ['configMapGenerator name', 'secretGenerator name']
/** What kustomize knows since 5.8.1. */
const newerTypes = ['ValidatingAdmissionPolicy', 'ValidatingAdmissionPolicyBinding']

function read<T>(name: string): T {
  return JSON.parse(readFileSync(`${folder}${name}.json`, 'utf8'))
}

interface MergeRow {
  readonly definition: string
  readonly field: string
  readonly strategy: string | null
  readonly mergeKey: string | null
  readonly listMapKeys: string[] | null
}

describe.skipIf(!tablesAreThere)('the tables of kustomize', () => {
  it('have its field specs', () => {
    const { volumeClaimTemplateLabels = [], ...expected } = read<Record<string, unknown[]>>('default_fieldspecs')
    // A later release than 5.8.1 made these a list of their own.
    expected.templateLabels?.push(...volumeClaimTemplateLabels)
    expect(inOneForm(fieldSpecs)).toEqual(inOneForm(expected))
  })

  it('have its scopes', () => {
    const expected = Object.entries(read<Record<string, boolean>>('namespace_scoped'))
    for (const [type, namespaced] of expected) {
      const [apiVersion = '', kind = ''] = type.split(' ')
      if (!newerTypes.includes(kind))
        expect({ type, namespaced: isNamespaced(apiVersion, kind) }).toEqual({ type, namespaced })
    }
    expect(expected.length).toBeGreaterThan(80)
  })

  it('have as many lists that merge as its schema', () => {
    const merged = read<MergeRow[]>('smp_merge_keys').filter(
      row => row.strategy?.split(',').includes('merge') && !scalarsWithKey.includes(row.field),
    )
    const expected = merged.map(row => `${row.field} ${row.listMapKeys ?? row.mergeKey ?? ''}`).sort()
    expect([...new Set(listMergedFields())].filter(field => !ofKustomizations.includes(field)).sort()).toEqual([
      ...new Set(expected),
    ])
  })
})

describe('the schema', () => {
  it('leads to the merge keys of containers and their ports', () => {
    const path = ['spec', 'template', 'spec', 'containers']
    const containers = path.reduce<MergeSchema | undefined>(
      (schema, name) => schema && schemaOfField(builtinSchema, schema, name),
      schemaOfType(builtinSchema, 'apps/v1', 'Deployment'),
    )
    expect(containers).toMatchObject({ keys: ['name'] })
    expect(isMergedList(containers)).toBe(true)
    const container = containers && schemaOfItems(builtinSchema, containers)
    expect(container && schemaOfField(builtinSchema, container, 'ports')).toMatchObject({
      keys: ['containerPort', 'protocol'],
    })
  })

  it('knows no kind that is newer than Kubernetes 1.21', () => {
    expect(schemaOfType(builtinSchema, 'autoscaling/v2', 'HorizontalPodAutoscaler')).toBeUndefined()
  })
})

it('the legacy order begins with namespaces and ends with webhooks', () => {
  expect(legacyOrder.first[0]).toBe('Namespace')
  expect(legacyOrder.last).toEqual(['MutatingWebhookConfiguration', 'ValidatingWebhookConfiguration'])
})

function listMergedFields(): string[] {
  return builtinSchema.definitions.flatMap(definition =>
    Object.entries(definition.properties ?? {}).flatMap(([field, schema]) =>
      typeof schema === 'object' && schema.keys ? [`${field} ${schema.keys.join(',')}`] : [],
    ),
  )
}

/** Sorted, and without `create: false`, which says the same as no `create`. */
function inOneForm(value: unknown): unknown {
  const sort = (items: unknown[]) => items.sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
  return JSON.parse(JSON.stringify(value), (_, item) => {
    if (item === false) return undefined
    if (Array.isArray(item)) return sort(item)
    if (typeof item !== 'object') return item
    return Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}
