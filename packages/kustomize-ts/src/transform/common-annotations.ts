import type { Transform } from '../build/target.ts'
import { setEntries } from './set-entries.ts'

export const transformCommonAnnotations: Transform = ({ kustomization, build }, config) => {
  const { commonAnnotations } = kustomization.fields
  if (commonAnnotations === undefined || commonAnnotations.size === 0) return []
  return [items => setEntries(items, commonAnnotations, config.commonAnnotations, build)]
}
