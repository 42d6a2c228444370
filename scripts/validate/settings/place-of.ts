import { relative, sep } from 'node:path'
import type { Position } from 'kustomize-ts'
import type { Fleet } from '../../model/fleet.ts'

/** A place as a message names it: from the repository's root. */
export function placeOf({ root }: Pick<Fleet, 'root'>, { file, line }: Position): string {
  return `${relative(root, file).split(sep).join('/')}:${line}`
}
