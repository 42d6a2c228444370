import type { ChangeRule } from '../../model/change-view.ts'
import { findMarked } from '../read/find-marked.ts'

export const immutableField = {
  id: 'immutable-field',
  severity: 'error',
  scope: 'change',
  summary: 'A change leaves alone what the API server never changes in an object that is there.',
  why: 'The API server refuses the whole object, and neither Flux nor Argo CD goes on with what comes after it: the cluster stays between two states until somebody deletes the object by hand.',
  fix: 'keep the value, or give the object a new name; who deletes the old object by hand (a StatefulSet with --cascade=orphan keeps its pods) accepts this',
  check: change => findMarked(change, change.forward, ['immutable']),
} as const satisfies ChangeRule
