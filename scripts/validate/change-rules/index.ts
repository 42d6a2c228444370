// Made from the files of this folder by `npx vitest run scripts/validate/rules.test.ts -u`.
import type { ChangeRule } from '../../model/change-view.ts'
import { blastRadius } from './blast-radius.ts'
import { immutableField } from './immutable-field.ts'
import { notRevertable } from './not-revertable.ts'

export const changeRules: readonly ChangeRule[] = [blastRadius, immutableField, notRevertable]
