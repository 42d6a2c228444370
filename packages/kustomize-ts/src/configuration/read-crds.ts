import type { BuildContext } from '../build/target.ts'
import type { FieldSpec, TransformerConfig } from '../model/field-spec.ts'
import type { Node, ScalarNode } from '../model/node.ts'
import { childAt } from '../node/node-at.ts'
import { type Loader, readSource } from '../source/loader.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'
import { emptyConfig, mergeConfigs } from './merge-configs.ts'
import { reportConflict } from './report-conflict.ts'

/** The field specs that the extensions in OpenAPI definitions of custom resources stand for. */
export function readCrds(paths: readonly ScalarNode[], loader: Loader, build: BuildContext): TransformerConfig {
  return paths.reduce((config, path) => {
    const file = readSource(loader, path)
    if (file === undefined) return config
    const { documents, diagnostics } = parseDocuments(file.content, file.path, { dialect: 'v2' })
    diagnostics.forEach(build.report)
    const [definitions] = documents
    const added = definitions === undefined ? emptyConfig : readDefinitions(definitions, build)
    return mergeConfigs(config, added, reportConflict(path.at, build))
  }, emptyConfig)
}

/** Collected lists of the one configuration that a file makes. */
type Collected = { -readonly [K in keyof TransformerConfig]: TransformerConfig[K][number][] }

function readDefinitions(definitions: Node, build: BuildContext): TransformerConfig {
  if (definitions.kind !== 'map') {
    const message = `the definitions are a ${definitions.kind}, not a map from names to schemas`
    build.report({ code: 'wrong-type', severity: 'error', message, fix: 'write a map', source: definitions.at })
    return emptyConfig
  }
  const collected: Collected = {
    ...{ namePrefix: [], nameSuffix: [], namespace: [], commonLabels: [], labels: [], templateLabels: [] },
    ...{ commonAnnotations: [], nameReference: [], varReference: [], images: [], replicas: [] },
  }
  for (const name of definitions.entries.keys()) {
    const properties = propertiesOf(definitions, name)
    const isType = ['kind', 'apiVersion', 'metadata'].every(key => properties?.has(key) === true)
    if (isType) collect(definitions, name, { kind: name.split('.').at(-1) ?? '' }, [], [], collected)
  }
  return collected
}

function collect(
  definitions: Node,
  name: string,
  type: { readonly kind: string },
  path: readonly string[],
  seen: readonly string[],
  collected: Collected,
): void {
  for (const [property, { value: schema }] of propertiesOf(definitions, name) ?? []) {
    const steps = [...path, property]
    const spec: FieldSpec = { ...type, path: steps.join('/'), create: false }
    if (textOf(schema, 'x-kubernetes-annotation') !== undefined) collected.commonAnnotations.push(spec)
    if (textOf(schema, 'x-kubernetes-label-selector') !== undefined) collected.commonLabels.push(spec)
    if (textOf(schema, 'x-kubernetes-identity') !== undefined) collected.namePrefix.push(spec)
    collectReference(schema, spec, collected)
    const reference = textOf(schema, '$ref')
    if (reference !== undefined && !seen.includes(reference)) {
      collect(definitions, reference, type, steps, [...seen, reference], collected)
    }
  }
}

function collectReference(schema: Node, spec: FieldSpec, collected: Collected): void {
  const version = textOf(schema, 'x-kubernetes-object-ref-api-version')
  const kind = textOf(schema, 'x-kubernetes-object-ref-kind')
  if (version === undefined || kind === undefined) return
  const key = textOf(schema, 'x-kubernetes-object-ref-name-key') ?? 'name'
  const fieldSpecs = [{ ...spec, path: `${spec.path}/${key}` }]
  collected.nameReference.push({ group: '', version, kind, fieldSpecs })
}

function propertiesOf(definitions: Node, name: string) {
  const definition = childAt(definitions, name)
  const schema = definition === undefined ? undefined : (childAt(definition, 'Schema') ?? childAt(definition, 'schema'))
  const properties = schema === undefined ? undefined : childAt(schema, 'properties')
  return properties?.kind === 'map' ? properties.entries : undefined
}

function textOf(schema: Node, key: string): string | undefined {
  const value = childAt(schema, key)
  return value?.kind === 'scalar' && value.tag === 'str' ? value.text : undefined
}
