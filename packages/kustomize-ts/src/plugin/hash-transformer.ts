import { hashNames } from '../finish/hash-names.ts'
import type { TransformerPlugin } from './plugin.ts'

export const hashTransformer: TransformerPlugin = (_config, items, { build }) => hashNames(items, build)
