import type { Diagnostic } from '../model/diagnostic.ts'
import type { MapNode } from '../model/node.ts'
import { asJson, readAsJson } from './as-json.ts'
import { findNotJson } from './find-not-json.ts'
import type { Operation } from './operation.ts'
import { add, copy, type Failure, move, nullAt, remove, replace, test } from './operations.ts'
import type { Container } from './pointer.ts'

export interface Patched {
  /** The patched resource; what it was before the operation that failed, when there are diagnostics. */
  readonly root: MapNode
  readonly diagnostics: readonly Diagnostic[]
}

/**
 * Applies a patch by RFC 6902 as evanphx/json-patch v4 does, which kustomize uses: negative indexes count from the end,
 * `replace` makes a key that is missing, `copy` of a missing key makes a null, and a missing `value` is null.
 */
export function applyJsonPatch(root: MapNode, operations: readonly Operation[]): Patched {
  const unwritable = findNotJson(root)
  if (unwritable !== undefined) return { root, diagnostics: [unwritable] }
  let current: Container = asJson(root)
  for (const operation of operations) {
    const result = applyOperation(current, operation)
    if ('failure' in result) return refuse(current, operation, result.failure)
    current = result
  }
  return current.kind === 'map'
    ? { root: current, diagnostics: [] }
    : refuse(root, operations.at(-1), 'the patch makes a list of the whole resource')
}

function refuse(root: Container, operation: Operation | undefined, message: string): Patched {
  const source = operation?.path?.at ?? operation?.at
  const fix = 'name a path that the target has, its parts separated by /, with ~1 for a slash and ~0 for a tilde'
  const diagnostic: Diagnostic = {
    code: 'json-patch-failed',
    severity: 'error',
    message,
    fix,
    ...(source && { source }),
  }
  return {
    root: root.kind === 'map' ? root : { kind: 'map', entries: new Map(), at: root.at },
    diagnostics: [diagnostic],
  }
}

function applyOperation(root: Container, operation: Operation): Container | Failure {
  const { op, path, from } = operation
  if (path === undefined) return { failure: `the operation ${op ?? ''} has no path`.replace('  ', ' ') }
  const value = operation.value === undefined ? nullAt(path.at) : readAsJson(operation.value)
  switch (op) {
    case 'add':
      return add(root, path, value)
    case 'remove':
      return remove(root, path)
    case 'replace':
      return replace(root, path, value)
    case 'test':
      return test(root, path, value)
    case 'move':
      return from === undefined ? { failure: 'the operation move has no from' } : move(root, from, path)
    case 'copy':
      return from === undefined ? { failure: 'the operation copy has no from' } : copy(root, from, path)
    default:
      return { failure: `the operation is "${op ?? ''}", not add, remove, replace, move, copy or test` }
  }
}
