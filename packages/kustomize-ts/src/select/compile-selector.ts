import type { Diagnostic } from '../model/diagnostic.ts'
import type { MapNode } from '../model/node.ts'
import type { Position } from '../model/position.ts'
import { matchesLabels, parseLabelSelector } from './label-selector.ts'
import { compileSelectorRegex, type Matches } from './regex/compile-regex.ts'

/** Regular expressions for the parts of an id, and label selectors; an absent or empty one selects everything. */
export interface Selector {
  readonly group?: string
  readonly version?: string
  readonly kind?: string
  readonly name?: string
  readonly namespace?: string
  readonly labelSelector?: string
  readonly annotationSelector?: string
}

type Field = keyof Selector

/** What a selector looks at. */
export interface Candidate {
  readonly group: string
  readonly version: string
  readonly kind: string
  /** Its names and namespaces, each as it was first and as it is now: one that matches is enough. */
  readonly names: readonly string[]
  /** `default` where there is none. */
  readonly namespaces: readonly string[]
  readonly root: MapNode
}

export interface CompiledSelector {
  /** Whether it may select an object of that type: what else an object is need only be known then. */
  readonly selectsType: (type: Pick<Candidate, 'group' | 'version' | 'kind'>) => boolean
  readonly selects: (candidate: Candidate) => boolean
  /** With any of them nothing is selected. */
  readonly diagnostics: readonly Diagnostic[]
}

/** `locate` gives the place of a field of the selector. */
export function compileSelector(selector: Selector, locate: (field: Field) => Position | undefined): CompiledSelector {
  const diagnostics: Diagnostic[] = []
  const report = (field: Field, fault: string) =>
    diagnostics.push(describeFault(field, selector[field], fault, locate(field)))
  const compile = (field: Field): Matches => {
    const compiled = compileSelectorRegex(selector[field] ?? '')
    if ('matches' in compiled) return compiled.matches
    report(field, compiled.fault)
    return () => false
  }
  const labels = (field: 'labelSelector' | 'annotationSelector') => {
    const parsed = parseLabelSelector(selector[field] ?? '')
    if ('requirements' in parsed) return parsed.requirements
    report(field, parsed.fault)
    return []
  }
  const [group, version, kind] = [compile('group'), compile('version'), compile('kind')]
  const [name, namespace] = [compile('name'), compile('namespace')]
  const requirements = { labels: labels('labelSelector'), annotations: labels('annotationSelector') }
  const selectsType: CompiledSelector['selectsType'] = type =>
    kind(type.kind) && group(type.group) && version(type.version)
  const selects = (candidate: Candidate) =>
    selectsType(candidate) &&
    candidate.names.some(name) &&
    candidate.namespaces.some(namespace) &&
    (requirements.labels.length === 0 || matchesLabels(requirements.labels, readTexts(candidate.root, 'labels'))) &&
    (requirements.annotations.length === 0 ||
      matchesLabels(requirements.annotations, readTexts(candidate.root, 'annotations')))
  return { selectsType, selects: diagnostics.length === 0 ? selects : () => false, diagnostics }
}

function describeFault(field: Field, value = '', fault: string, source: Position | undefined): Diagnostic {
  const isLabels = field === 'labelSelector' || field === 'annotationSelector'
  return {
    code: 'selector-invalid',
    severity: 'error',
    message: `${field} is "${value}": ${fault}`,
    fix: isLabels ? 'write conditions such as app=web,tier!=cache' : 'write an expression of the RE2 syntax',
    ...(source && { source }),
  }
}

/** Labels or annotations as texts, whatever their type. */
function readTexts(root: MapNode, name: string): ReadonlyMap<string, string> {
  const metadata = root.entries.get('metadata')?.value
  const texts = metadata?.kind === 'map' ? metadata.entries.get(name)?.value : undefined
  if (texts?.kind !== 'map') return new Map()
  return new Map(
    [...texts.entries].map(([key, { value }]) => [
      key,
      value.kind === 'scalar' && value.tag !== 'null' ? value.text : '',
    ]),
  )
}
