import type { BuildContext } from '../build/target.ts'
import { toFieldSpec } from '../field-spec/to-field-spec.ts'
import { list, struct } from '../kustomization/decode.ts'
import { fieldSpec, nameReference } from '../kustomization/fields.ts'
import type { TransformerConfig } from '../model/field-spec.ts'
import type { ScalarNode } from '../model/node.ts'
import { type Loader, readSource, type SourceFile } from '../source/loader.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'
import { emptyConfig, mergeConfigs } from './merge-configs.ts'
import { reportConflict } from './report-conflict.ts'

const specs = list(fieldSpec)

const decodeConfiguration = struct({
  namePrefix: specs,
  nameSuffix: specs,
  namespace: specs,
  commonLabels: specs,
  labels: specs,
  templateLabels: specs,
  commonAnnotations: specs,
  nameReference: list(nameReference),
  varReference: specs,
  images: specs,
  replicas: specs,
})

/** The field specs of the files that `configurations` names. */
export function readConfigurations(
  paths: readonly ScalarNode[],
  loader: Loader,
  build: BuildContext,
): TransformerConfig {
  return paths.reduce((config, path) => {
    const file = readSource(loader, path)
    if (file === undefined) return config
    return mergeConfigs(config, readConfiguration(file, build), reportConflict(path.at, build))
  }, emptyConfig)
}

function readConfiguration(file: SourceFile, build: BuildContext): TransformerConfig {
  const { documents, diagnostics } = parseDocuments(file.content, file.path, { dialect: 'v2' })
  diagnostics.forEach(build.report)
  const [document] = documents
  const context = { report: build.report, subject: 'transformer configuration' }
  const fields = document === undefined ? undefined : decodeConfiguration(document, '', context)
  if (fields === undefined) return emptyConfig
  const read = (key: Exclude<keyof TransformerConfig, 'nameReference'>) => (fields[key] ?? []).map(toFieldSpec)
  return {
    namePrefix: read('namePrefix'),
    nameSuffix: read('nameSuffix'),
    namespace: read('namespace'),
    commonLabels: read('commonLabels'),
    labels: read('labels'),
    templateLabels: read('templateLabels'),
    commonAnnotations: read('commonAnnotations'),
    varReference: read('varReference'),
    images: read('images'),
    replicas: read('replicas'),
    nameReference: (fields.nameReference ?? []).map(({ group, version, kind, fieldSpecs = [] }) => ({
      ...{ group: group?.text ?? '', version: version?.text ?? '', kind: kind?.text ?? '' },
      fieldSpecs: fieldSpecs.map(toFieldSpec),
    })),
  }
}
