import type { Target } from '../build/target.ts'
import { markItems, mergeVariables, toVariable } from '../variables/add-variables.ts'
import type { Accumulation } from './accumulation.ts'

/** `vars`: their values are looked up at the very end, in the objects that are marked here. */
export function addVariables(accumulation: Accumulation, { kustomization, build }: Target): Accumulation {
  const { vars = [] } = kustomization.fields
  if (vars.length === 0) return accumulation
  const variables = mergeVariables(accumulation.variables, vars.map(toVariable), build)
  return { ...accumulation, items: markItems(accumulation.items, vars, build), variables }
}
