import type { Transform } from '../build/target.ts'
import { setEntries } from './set-entries.ts'

export const transformCommonAnnotations: Transform = (items, { kustomization, build }, config) => {
  const { commonAnnotations } = kustomization.fields
  return commonAnnotations === undefined ? items : setEntries(items, commonAnnotations, config.commonAnnotations, build)
}
