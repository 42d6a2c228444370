import type { Container } from '../kube/objects.ts'

/** A fog function that stands for the user's: one task for each entity of a type that nobody else has. */
export interface TestIntent {
  /** Of the fog function, its topology and its operator; no other has it. */
  readonly name: string
  readonly inputType: string
  readonly operator: object
  readonly fogFunction: object
}

/**
 * Its task runs an image that is on the cluster anyway: what matters is that a pod comes, and a pod of an image that cannot
 * be pulled would say nothing of FogFlow.
 */
export function makeTestIntent(name: string, image: string): TestIntent {
  const inputType = `${name}In`
  const [operatorName, topology] = [`${name}-operator`, name]
  const dockerimages = ['X86', 'ARM'].map(hwType => ({
    ...splitImage(image),
    hwType,
    osType: 'Linux',
    prefetched: false,
  }))
  const stream = { selected_type: inputType, selected_attributes: [], groupby: 'EntityID', scoped: false }
  const task = {
    name: 'Main',
    operator: operatorName,
    input_streams: [stream],
    output_streams: [{ entity_type: `${name}Out` }],
  }
  const priority = { exclusive: false, level: 0 }
  const geoscope = { scopeType: 'global', scopeValue: 'global' }
  return {
    name,
    inputType,
    operator: { name: operatorName, description: 'made by npm run verify', parameters: [], dockerimages },
    fogFunction: {
      name,
      topology: { name: topology, description: 'made by npm run verify', tasks: [task] },
      intent: { topology, priority, qos: 'default', geoscope },
    },
  }
}

/** FogFlow joins name and tag with a colon: of `a@sha256:1` these are `a@sha256` and `1`. */
function splitImage(image: string): { readonly name: string; readonly tag: string } {
  const at = image.lastIndexOf(':')
  return at > image.lastIndexOf('/')
    ? { name: image.slice(0, at), tag: image.slice(at + 1) }
    : { name: image, tag: 'latest' }
}

/** Whether a pod is a task of the intent: FogFlow gives a task its output type in an environment variable, and no common label. */
export const isTaskOf = ({ name }: TestIntent, containers: readonly Container[] = []): boolean =>
  JSON.stringify(containers).includes(`${name}Out`)
