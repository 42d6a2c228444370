import { createSchemaCheck } from '../load/fleet/check-settings-schema.ts'
import { readSettings } from '../load/fleet/read-settings.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import { editSettings } from '../settings/edit-settings.ts'

interface Setting {
  /** As the user wrote it. */
  readonly text: string
  readonly path: readonly string[]
  readonly value: unknown
}

/** Throws CannotFinish where the schema of cluster.yaml does not allow the value of a key, whatever stands beside it. */
export function checkChange({ text, path, value }: Setting): void {
  const written = editSettings('', [{ path, value }])
  const { diagnostics } = readSettings('cluster.yaml', createSchemaCheck(), written)
  const own = diagnostics.find(found => path.every((step, at) => found.path?.[at] === step))
  if (own !== undefined) throw new CannotFinish(`--set ${text}: ${own.message}${own.fix ? `; ${own.fix}` : ''}`)
}
