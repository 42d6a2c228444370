import type { BuildContext } from '../build/target.ts'
import { editField } from '../field-spec/edit-field.ts'
import { refuseField } from '../field-spec/edit-items.ts'
import { isSelected, originalId } from '../item/identity.ts'
import type { FieldSpec, NameReference, TransformerConfig } from '../model/field-spec.ts'
import type { Item } from '../model/item.ts'
import type { Node } from '../model/node.ts'
import { makeField } from '../node/make-field.ts'
import { childAt, nodeAt } from '../node/node-at.ts'
import { replaceText, setEntry } from '../node/set-text.ts'
import { identify } from '../read/identify.ts'
import { type Candidates, indexCandidates } from './candidates.ts'
import { type Reference, selectReferral } from './select-referral.ts'

/** Writes the new names of renamed objects into the fields of others that name them. */
export function fixReferences(items: readonly Item[], config: TransformerConfig, build: BuildContext): readonly Item[] {
  const candidates = indexCandidates(items, build.isClusterScoped)
  for (const item of items) checkSubjects(item, build)
  return items.map(item => fixItem(item, config.nameReference, candidates, build))
}

/** A service account among the subjects of a RoleBinding has a namespace that is text, if it has one. */
function checkSubjects({ root }: Item, build: BuildContext): void {
  if (identify(root).kind !== 'RoleBinding') return
  const subjects = childAt(root, 'subjects')
  for (const subject of subjects?.kind === 'seq' ? subjects.items : []) {
    const kind = childAt(subject, 'kind')
    const namespace = childAt(subject, 'namespace')
    if (kind?.kind !== 'scalar' || kind.text !== 'ServiceAccount' || namespace === undefined) continue
    if (namespace.kind === 'scalar' && namespace.tag === 'str') continue
    build.report({
      code: 'blank-namespace',
      severity: 'error',
      message: `Invalid Input: namespace is blank for resource RoleBinding "${identify(root).name}"`,
      fix: 'write the namespace of the service account, or remove the field',
      source: namespace.at,
    })
  }
}

interface Site {
  readonly target: NameReference
  readonly spec: FieldSpec
}

const sites = new WeakMap<readonly NameReference[], Map<string, readonly Site[]>>()

/** The fields to look at in objects that were of this type at first. */
function selectSites(references: readonly NameReference[], item: Item, build: BuildContext): readonly Site[] {
  const id = originalId(item, build.isClusterScoped)
  const byType = sites.get(references) ?? new Map<string, readonly Site[]>()
  sites.set(references, byType)
  const type = `${id.group}|${id.version}|${id.kind}`
  const known = byType.get(type)
  if (known !== undefined) return known
  const selected = references.flatMap(target =>
    target.fieldSpecs.filter(spec => isSelected(id, spec)).map(spec => ({ target, spec: { path: spec.path } })),
  )
  byType.set(type, selected)
  return selected
}

function fixItem(item: Item, references: readonly NameReference[], candidates: Candidates, build: BuildContext): Item {
  let reference: Reference = { referrer: item, target: {}, path: '' }
  const edit = {
    set: (node: Node) => fixNode(node, reference, candidates, build),
    by: item.root.at,
    refuse: refuseField(item, build),
  }
  for (const { target, spec } of selectSites(references, item, build)) {
    const { referrer } = reference
    reference = { referrer, target, path: spec.path }
    const root = editField(referrer.root, spec, edit)
    if (root !== referrer.root) reference = { ...reference, referrer: { ...referrer, root } }
  }
  return reference.referrer
}

/** The field is a name, a map with a name (and namespace), or a list of either. */
function fixNode(node: Node, reference: Reference, candidates: Candidates, build: BuildContext): Node {
  if (node.kind === 'map') return fixMap(node, reference, candidates, build)
  if (node.kind === 'scalar') return node.tag === 'null' ? node : fixName(node, reference, candidates, build)
  const items = node.items.map(item => {
    if (item.kind === 'seq') refuseField(reference.referrer, build)(item, reference)
    return item.kind === 'seq' ? item : fixNode(item, reference, candidates, build)
  })
  return items.some((item, index) => item !== node.items[index]) ? { ...node, items } : node
}

function fixName(node: Node & { kind: 'scalar' }, reference: Reference, candidates: Candidates, build: BuildContext) {
  const referral = selectReferral(node, reference, candidates.named(node.text, reference.referrer), candidates, build)
  if (referral === undefined) return node
  const { name } = identify(referral.root)
  return name === node.text || name === '' ? node : replaceText(node, name, nameAt(referral))
}

function fixMap(node: Node & { kind: 'map' }, reference: Reference, candidates: Candidates, build: BuildContext): Node {
  const name = childAt(node, 'name')
  if (name === undefined) {
    reportNameless(node, reference, build)
    return node
  }
  if (name.kind !== 'scalar') return node
  const namespace = childAt(node, 'namespace')
  const wanted = namespace?.kind === 'scalar' ? namespace.text : undefined
  const named = candidates.named(name.text, reference.referrer, wanted)
  const referral = selectReferral(name, reference, named, candidates, build, true)
  if (referral === undefined) return node
  const found = identify(referral.root)
  if (found.name === name.text && found.namespace === undefined) return node
  const renamed =
    found.name === '' ? node : setEntry(node, 'name', replaceText(name, found.name, nameAt(referral)), nameAt(referral))
  if (found.namespace === undefined) return renamed
  const at = nodeAt(referral.root, ['metadata', 'namespace'])?.at ?? referral.root.at
  const moved = namespace ? replaceText(namespace, found.namespace, at) : makeField(found.namespace, at)
  return setEntry(renamed, 'namespace', moved, at)
}

function nameAt(item: Item) {
  return nodeAt(item.root, ['metadata', 'name'])?.at ?? item.root.at
}

function reportNameless(node: Node, reference: Reference, build: BuildContext): void {
  build.report({
    code: 'reference-without-name',
    severity: 'error',
    message: `path config error; no 'name' field in node: ${reference.path} of ${identify(reference.referrer.root).kind} "${identify(reference.referrer.root).name}"`,
    fix: 'add a `name`',
    source: node.at,
  })
}
