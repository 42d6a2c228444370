import type { BuildContext } from '../build/target.ts'
import { allIds, type Id, splitApiVersion } from '../item/identity.ts'
import type { Variable as Written } from '../kustomization/fields.ts'
import { clusterScope, type Item } from '../model/item.ts'
import type { Variable } from './variable.ts'

/** Marks the object that each variable takes its value from: one that has, or had, the id it names. */
export function markItems(items: readonly Item[], variables: readonly Written[], build: BuildContext): readonly Item[] {
  return variables.reduce((marked, variable) => {
    const matches = marked.filter(item => allIds(item, build.isClusterScoped).some(id => isMeant(id, variable, build)))
    if (matches.length > 1) reportSeveral(variable, matches.length, build)
    const [match] = matches
    if (match === undefined || matches.length > 1) return marked
    const named = { ...match, variables: [...match.variables, variable.name?.text ?? ''] }
    return marked.map(item => (item === match ? named : item))
  }, items)
}

function isMeant(id: Id, { objref }: Written, build: BuildContext): boolean {
  const { group, version, kind, name, namespace } = readReference(objref)
  if (id.group !== group || id.version !== version || id.kind !== kind || id.name !== name) return false
  const apiVersion = group === '' ? version : `${group}/${version}`
  const clustered = build.isClusterScoped(apiVersion, kind)
  if (namespace === '' && !clustered) return true
  return id.scope === (clustered ? clusterScope : namespace)
}

function readReference(objref: Written['objref']) {
  const [apiVersion, kind, name] = [objref?.apiVersion?.text, objref?.kind?.text ?? '', objref?.name?.text ?? '']
  const written = { group: objref?.group?.text ?? '', version: objref?.version?.text ?? '' }
  const type = apiVersion === undefined || apiVersion === '' ? written : { ...written, ...splitApiVersion(apiVersion) }
  return { ...type, kind, name, namespace: objref?.namespace?.text ?? '' }
}

/** The variables of both; a name that is taken already is an error. */
export function mergeVariables(
  known: ReadonlyMap<string, Variable>,
  added: Iterable<Variable>,
  build: BuildContext,
): ReadonlyMap<string, Variable> {
  const merged = new Map(known)
  for (const variable of added) {
    const other = merged.get(variable.name)
    if (other === undefined) merged.set(variable.name, variable)
    else reportTaken(variable, other, build)
  }
  return merged
}

export function toVariable({ name, fieldref, at }: Written): Variable {
  return { name: name?.text ?? '', fieldPath: fieldref?.fieldPath?.text || 'metadata.name', at: name?.at ?? at }
}

function reportSeveral(variable: Written, count: number, build: BuildContext): void {
  build.report({
    code: 'variable-ambiguous',
    severity: 'error',
    message: `found ${count} resId matches for var ${variable.name?.text ?? ''} (unable to disambiguate)`,
    fix: 'add a namespace to its objref',
    source: variable.objref?.at ?? variable.at,
  })
}

function reportTaken(variable: Variable, other: Variable, build: BuildContext): void {
  build.report({
    code: 'variable-repeated',
    severity: 'error',
    message: `var '${variable.name}' already encountered at ${other.at.file}:${other.at.line}`,
    fix: 'give it another name, or remove one of the two',
    source: variable.at,
  })
}
