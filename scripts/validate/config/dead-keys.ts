import type { Path } from 'kustomize-ts'
import { describePath } from '../../schema/quote.ts'
import type { ValueFinding } from './check-value.ts'

interface SchemaPart {
  readonly 'x-dead'?: string
  readonly properties?: Readonly<Record<string, SchemaPart>>
}

/** Keys that are set and that nobody reads: who changes them waits in vain for an effect. */
export function findDeadKeys(value: unknown, schema: unknown): readonly ValueFinding[] {
  return [...visit(value, schema as SchemaPart, [])]
}

function* visit(value: unknown, schema: SchemaPart, path: Path): Iterable<ValueFinding> {
  if (schema['x-dead'] !== undefined) {
    const message = `${describePath(path)} has no effect: ${schema['x-dead']}`
    yield { code: 'config-dead-key', severity: 'warning', message, fix: 'delete it', path, at: 'key' }
  }
  if (typeof value !== 'object' || value === null) return
  for (const [key, child] of Object.entries(value)) {
    const part = schema.properties && Object.hasOwn(schema.properties, key) ? schema.properties[key] : undefined
    if (part) yield* visit(child, part, [...path, key])
  }
}
