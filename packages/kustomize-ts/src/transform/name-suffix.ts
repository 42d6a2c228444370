import type { Transform } from '../build/target.ts'
import { affixNames } from './affix-names.ts'

export const transformNameSuffix: Transform = (items, { kustomization, build }, config) => {
  const { nameSuffix } = kustomization.fields
  if (nameSuffix === undefined || nameSuffix.text === '') return items
  return affixNames(
    items,
    { text: nameSuffix.text, side: 'suffix', by: nameSuffix.at, specs: config.nameSuffix },
    build,
  )
}
