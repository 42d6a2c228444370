import type { Transform } from '../build/target.ts'
import { affixNames } from './affix-names.ts'

export const transformNamePrefix: Transform = (items, { kustomization, build }, config) => {
  const { namePrefix } = kustomization.fields
  if (namePrefix === undefined || namePrefix.text === '') return items
  return affixNames(
    items,
    { text: namePrefix.text, side: 'prefix', by: namePrefix.at, specs: config.namePrefix },
    build,
  )
}
