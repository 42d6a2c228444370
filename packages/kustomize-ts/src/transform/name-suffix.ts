import type { Transform } from '../build/target.ts'
import { affixNames } from './affix-names.ts'

export const transformNameSuffix: Transform = ({ kustomization, build }, config) => {
  const { nameSuffix } = kustomization.fields
  if (nameSuffix === undefined || nameSuffix.text === '') return []
  const affix = { text: nameSuffix.text, side: 'suffix', by: nameSuffix.at, specs: config.nameSuffix } as const
  return [items => affixNames(items, affix, build)]
}
