import { posix } from 'node:path'
import type { Target } from '../build/target.ts'
import { integer, list, struct, text } from '../kustomization/decode.ts'
import { selector } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import type { MapNode, Node, ScalarNode } from '../model/node.ts'
import { makeText } from '../node/set-text.ts'
import { selectTargets } from '../patch/select-targets.ts'
import { readSource } from '../source/loader.ts'
import { setNamespaceFields } from '../transform/namespace.ts'
import { parseDocuments } from '../yaml/parse-documents.ts'
import { addValue } from './add-value.ts'
import { decodeConfig, type TransformerPlugin } from './plugin.ts'

const targetList = list(struct({ selector, fieldPath: text, filePathPosition: integer }))
const fields = { value: text, targets: targetList, targetFilePath: text }

type ValueTarget = NonNullable<ReturnType<typeof targetList>>[number]

/** Adds a value, by default the name of the kustomization's folder, to fields of selected objects. */
export const valueAddTransformer: TransformerPlugin = (config, items, target) => {
  const args = decodeConfig(config, fields, target)
  if (args === undefined) return items
  const written = args.value?.text.trim() ?? ''
  const value =
    written === ''
      ? makeText(posix.basename(target.loader.root), config.at)
      : makeText(written, args.value?.at ?? config.at)
  const targets = [...(args.targets ?? []), ...readTargets(args.targetFilePath, target)]
  if (!areUsable(targets, config, target)) return items
  return targets.reduce((added, entry) => addTo(added, entry, value, target), items)
}

function readTargets(path: ScalarNode | undefined, target: Target): readonly ValueTarget[] {
  const file = path === undefined || path.text === '' ? undefined : readSource(target.loader, path)
  if (file === undefined) return []
  const { documents, diagnostics } = parseDocuments(file.content, file.path, { dialect: 'v2' })
  diagnostics.forEach(target.build.report)
  const [document] = documents
  return document?.kind === 'map' ? (decodeConfig(document, { targets: targetList }, target)?.targets ?? []) : []
}

function areUsable(targets: readonly ValueTarget[], config: MapNode, { build }: Target): boolean {
  const refuse = (code: string, message: string, fix: string, source = config.at) => {
    build.report({ code, severity: 'error', message, fix, source })
    return false
  }
  if (targets.length === 0) return refuse('no-targets', 'must specify at least one target', 'add `targets`')
  return targets.every(({ fieldPath, filePathPosition, at }) => {
    if (fieldPath === undefined || fieldPath.text === '') {
      return refuse('no-field-path', 'fieldPath cannot be empty', 'add `fieldPath`', at)
    }
    const position = Number(filePathPosition?.text ?? 0)
    const message = `value of FilePathPosition (${position}) cannot be negative`
    return position >= 0 || refuse('bad-position', message, 'count from 1', filePathPosition?.at)
  })
}

function addTo(items: readonly Item[], entry: ValueTarget, value: ScalarNode, { build }: Target): readonly Item[] {
  const selected = entry.selector === undefined ? new Set(items) : selectTargets(items, entry.selector, build)
  const path = entry.fieldPath?.text ?? ''
  const settings = {
    namespace: value.text,
    by: value.at,
    specs: [],
    unsetOnly: false,
    subjects: 'defaultOnly',
  } as const
  return items.map(item => {
    if (!selected.has(item)) return item
    if (path === 'metadata/namespace') return setNamespaceFields(item, settings, build)
    const fail = (node: Node, message: string) =>
      build.report({ code: 'value-add-failed', severity: 'error', message, fix: 'correct the path', source: node.at })
    const position = Number(entry.filePathPosition?.text ?? 0)
    return { ...item, root: addValue(item.root, path, value, position, fail) }
  })
}
