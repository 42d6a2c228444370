import { mkdtempSync, realpathSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

export interface TemporaryFolder {
  /** Absolute, without links. */
  readonly path: string
  remove(): void
}

const open = new Set<string>()

/** A folder that is taken away when it is not needed any more, at the latest when the process ends. */
export function openTemporaryFolder(): TemporaryFolder {
  if (open.size === 0) process.once('exit', removeAll)
  const path = realpathSync(mkdtempSync(join(tmpdir(), 'fogflow-gitops-')))
  open.add(path)
  return {
    path,
    remove() {
      rmSync(path, { recursive: true, force: true })
      open.delete(path)
      if (open.size === 0) process.off('exit', removeAll)
    },
  }
}

function removeAll(): void {
  for (const path of open) rmSync(path, { recursive: true, force: true })
}
