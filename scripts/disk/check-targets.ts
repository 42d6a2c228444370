import { accessSync, constants, lstatSync, type Stats } from 'node:fs'
import { dirname, join } from 'node:path'
import { CannotFinish } from '../model/cannot-finish.ts'

/** Refuses, before anything is changed, what would fail halfway: a link on the way, a folder in the place, no right to write. */
export function checkTargets(paths: readonly string[], root: string): void {
  const checked = new Set<string>()
  for (const path of paths) {
    refuseLinks(path, root)
    const target = join(root, path)
    if (statsOf(target)?.isDirectory())
      throw new CannotFinish(`${path} is a folder, and a file of that name is to be written: move it away`)
    checkWritable(dirname(target), root, checked)
  }
}

/** A link on the way could lead out of the repository. */
export function refuseLinks(path: string, root: string): void {
  let here = root
  for (const part of path.split('/')) {
    here = join(here, part)
    if (statsOf(here)?.isSymbolicLink())
      throw new CannotFinish(
        `${here} is a symbolic link: nothing is written through it, put the folder or file itself there`,
      )
  }
}

/** A folder that does not exist yet will be made in the nearest one that does. */
function checkWritable(folder: string, root: string, checked: Set<string>): void {
  if (checked.has(folder)) return
  checked.add(folder)
  const stats = statsOf(folder)
  if (stats === undefined) {
    checkWritable(dirname(folder), root, checked)
    return
  }
  if (!stats.isDirectory())
    throw new CannotFinish(`${folder} is a file, and files are to be written below it: move it away`)
  if (stats.dev !== lstatSync(root).dev)
    throw new CannotFinish(`${folder} is on another disk than ${root}: files cannot be moved there in one step`)
  try {
    accessSync(folder, constants.W_OK | constants.X_OK)
  } catch {
    throw new CannotFinish(`you may not write to ${folder}; nothing was changed`)
  }
}

/** What is at a path; undefined where nothing is, also below what is no folder. */
function statsOf(path: string): Stats | undefined {
  try {
    return lstatSync(path, { throwIfNoEntry: false })
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOTDIR') return undefined
    throw error
  }
}
