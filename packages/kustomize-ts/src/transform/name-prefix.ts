import type { Transform } from '../build/target.ts'
import { affixNames } from './affix-names.ts'

export const transformNamePrefix: Transform = ({ kustomization, build }, config) => {
  const { namePrefix } = kustomization.fields
  if (namePrefix === undefined || namePrefix.text === '') return []
  const affix = { text: namePrefix.text, side: 'prefix', by: namePrefix.at, specs: config.namePrefix } as const
  return [items => affixNames(items, affix, build)]
}
