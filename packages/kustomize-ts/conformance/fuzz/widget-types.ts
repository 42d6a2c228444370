import type { Random } from './random.ts'

/** The schema of the Widgets of random trees, for the field `openapi`. */
export const widgetSchema = JSON.stringify({
  definitions: {
    'com.example.v1.Widget': {
      type: 'object',
      properties: {
        spec: {
          type: 'object',
          properties: {
            items: {
              type: 'array',
              items: { type: 'object' },
              'x-kubernetes-patch-merge-key': 'name',
              'x-kubernetes-patch-strategy': 'merge',
            },
          },
        },
      },
      'x-kubernetes-group-version-kind': [{ group: 'example.com', version: 'v1', kind: 'Widget' }],
    },
  },
})

const extensions = ['x-kubernetes-annotation', 'x-kubernetes-label-selector'] as const

/** Their definition for the field `crds`, with some of what it can say of fields. */
export function makeWidgetCrd(random: Random): string {
  const kept = Object.fromEntries(random.some([...extensions], 0.6).map(name => [name, 'true']))
  const reference = {
    'x-kubernetes-object-ref-api-version': 'v1',
    'x-kubernetes-object-ref-kind': random.pick(['ConfigMap', 'Secret']),
    ...(random.chance(0.3) && { 'x-kubernetes-object-ref-name-key': 'name' }),
  }
  return JSON.stringify({
    'example.com/v1.Widget': {
      Schema: {
        properties: {
          ...{ apiVersion: { type: 'string' }, kind: { type: 'string' }, metadata: { type: 'object' } },
          spec: { $ref: 'example.com/v1.WidgetSpec' },
        },
      },
    },
    'example.com/v1.WidgetSpec': {
      Schema: {
        properties: {
          ref: { type: 'object', ...reference },
          marks: { type: 'object', ...kept },
          tag: { type: 'string', ...(random.chance(0.7) && { 'x-kubernetes-identity': '' }) },
        },
      },
    },
  })
}
