import type { Random } from './random.ts'

const METADATA = ['metadata.name', 'metadata.labels.app', 'metadata.annotations.note', 'metadata.labels']
const ALWAYS = ['metadata.name', 'metadata.name', 'metadata.name', 'kind']

const POD = [
  'spec.template.metadata.labels',
  'spec.template.metadata.labels.app',
  'spec.template.spec.containers.[name=c0].image',
  'spec.template.spec.containers',
]
const POD_EXTRAS = [
  'spec.template.spec.nodeSelector',
  'spec.template.spec.nodeSelector.disk',
  'spec.template.spec.containers.0.args',
  'spec.template.spec.containers.0.args.0',
  'spec.template.spec.containers.0.resources.limits.cpu',
  'spec.template.metadata.annotations.note',
]
const WIDGET = [
  'spec.free',
  'spec.free',
  'spec.free',
  'spec.free',
  'spec.ref',
  'spec.marks',
  'spec.marks.old',
  'spec.tag',
]
const WIDGET_EXTRAS = ['spec.items', 'spec.items.0.value', 'spec.items.[name=i1].value', 'spec.items.0']

/** Fields with values of any type, which make the more trouble the more often they are copied. */
const VALUES: Readonly<Record<string, readonly string[]>> = {
  Widget: [...WIDGET, ...WIDGET, ...WIDGET_EXTRAS, ...POD, ...POD_EXTRAS],
  Deployment: ['spec.replicas', ...POD, ...POD, ...POD_EXTRAS],
  StatefulSet: ['spec.replicas', ...POD, ...POD, ...POD_EXTRAS],
  ConfigMap: [
    ...['data', 'data', 'data', 'data.a', 'data.a2', 'data.yes', 'data.config'],
    ...['data.config.server.host', 'data.config.server.port', 'data.config.server', 'data.config.new.key'],
    ...['data.config.list.0.v', 'data.config.list.[name=a].v', 'data.config.list', 'data.config.list.*.v'],
  ],
  Secret: ['stringData', 'stringData', 'stringData.a', 'stringData.1', 'type'],
}

/** A path to a field that objects of the kind have, many of them always. */
export function pickValuePath(kind: string | undefined, random: Random): string {
  const own = VALUES[kind ?? '']
  const paths = [...(own ?? ALWAYS), ...(random.chance(0.2) ? METADATA : [])]
  return paths[random.integer(paths.length)] ?? 'metadata.name'
}
