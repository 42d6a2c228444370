import type { BuildContext } from '../build/target.ts'
import { previousIds, splitApiVersion } from '../item/identity.ts'
import type { Selector } from '../kustomization/fields.ts'
import type { Item } from '../model/item.ts'
import { compileWrittenSelector } from '../patch/compile-written-selector.ts'
import { identify } from '../read/identify.ts'
import type { Candidate } from '../select/compile-selector.ts'
import type { ReplacementTarget } from './replace-in.ts'

const idFields = ['group', 'version', 'kind', 'name', 'namespace'] as const
const labelFields = ['labelSelector', 'annotationSelector'] as const

/** The items that one target of a replacement selects by one of their ids, present or past, and does not reject. */
export function selectReplacementTargets(
  items: readonly Item[],
  target: ReplacementTarget,
  build: BuildContext,
): ReadonlySet<Item> {
  if (target.select === undefined) {
    const message = 'target must specify resources to select'
    build.report({ code: 'no-select', severity: 'error', message, fix: 'add `select`', source: target.at })
    return new Set()
  }
  const select = compileTest(target.select, build, idFields, labelFields)
  const reject = (target.reject ?? []).flatMap(selector => [
    // What rejects by labels and what rejects by id does so each on its own.
    ...(isWritten(selector, idFields) ? [compileTest(selector, build, idFields)] : []),
    ...(isWritten(selector, labelFields) ? [compileTest(selector, build, labelFields)] : []),
  ])
  const selected = items.filter(item => {
    const candidates = listCandidates(item)
    return candidates.some(select) && !reject.some(test => candidates.some(test))
  })
  if (selected.length === 0 && !build.hasFailed()) warnUnmatched(target.select, build)
  return new Set(selected)
}

type Fields = typeof idFields | typeof labelFields

function compileTest(selector: Selector, build: BuildContext, ...fields: readonly Fields[]) {
  const { selects, diagnostics } = compileWrittenSelector(selector, fields.flat())
  diagnostics.forEach(build.report)
  return selects
}

function isWritten(selector: Selector, fields: Fields): boolean {
  return fields.some(field => (selector[field]?.text ?? '') !== '')
}

/** One candidate an id, so that no two ids can match together. */
function listCandidates(item: Item): readonly Candidate[] {
  const { apiVersion, kind, name, namespace = '' } = identify(item.root)
  const current = { ...splitApiVersion(apiVersion), kind, name, namespace }
  return [current, ...previousIds(item)].map(id => ({
    ...id,
    names: [id.name],
    namespaces: [id.namespace],
    root: item.root,
  }))
}

function warnUnmatched(selector: Selector, build: BuildContext): void {
  build.report({
    code: 'target-matches-nothing',
    severity: 'warning',
    message: 'this replacement selects nothing',
    fix: 'correct the selector; its parts are regular expressions that must match as a whole',
    source: selector.at,
  })
}
