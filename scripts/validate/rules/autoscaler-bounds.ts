import type { Rule } from '../../model/rule.ts'
import { fieldOf, number, pathOf } from '../read/field.ts'

export const autoscalerBounds = {
  id: 'autoscaler-bounds',
  severity: 'error',
  scope: 'resource',
  summary: 'A HorizontalPodAutoscaler has at least as many replicas at most as at least.',
  why: 'The API server refuses it ("must be greater than or equal to minReplicas"): overlays that set one of the two make this.',
  fix: 'raise maxReplicas, or lower minReplicas',
  kinds: ['HorizontalPodAutoscaler'],
  *check(resource) {
    const spec = fieldOf(resource, 'spec')
    const [least, most] = [number(spec, 'minReplicas') ?? 1, number(spec, 'maxReplicas')]
    if (most !== undefined && most < least)
      yield { path: pathOf(spec, 'maxReplicas'), message: `maxReplicas is ${most}, below minReplicas ${least}` }
  },
} satisfies Rule
