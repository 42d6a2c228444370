import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'

/** Folders of kwok's own stages whose parts make a node that is always healthy, and volumes that are there at once. */
const folders = ['node/fast', 'node/heartbeat-with-lease', 'pod/fast', 'volume/fast']
const own = join(import.meta.dirname, 'stages')

interface Stage {
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly spec: {
    readonly resourceRef: { readonly kind: string }
    readonly selector: { readonly matchExpressions: readonly object[] }
  }
}

/**
 * How nodes, pods, volumes, load balancers and ingresses behave, as kwok reads it: kwok's own stages and the ones here. With
 * `isAlone` unset, only pods of its nodes and volumes of its own class: the rest is somebody else's.
 */
export function readStages(kwokStages: string, isAlone: boolean): string {
  const theirs = folders.flatMap(folder => readFolder(join(kwokStages, folder), isAlone))
  const ours = readFolder(own, isAlone).filter(({ spec }) => isAlone || spec.resourceRef.kind === 'Pod')
  return [...theirs.map(exceptBroken), ...ours].map(stage => stringify(stage)).join('---\n')
}

function readFolder(folder: string, isAlone: boolean): readonly Stage[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
  const setClass = isAlone ? forAllClasses : forOwnClass
  const stages = files.map(name => parse(setClass(readFileSync(join(folder, name), 'utf8'))) as Stage)
  return stages.filter(({ kind }) => kind === 'Stage')
}

/** kwok's stages make volumes of a class of its own only. */
const theirClass = "self.spec.storageClassName == 'kwok-volume'"
const forAllClasses = (text: string) => text.replaceAll(theirClass, 'has(self.spec.storageClassName)')
const forOwnClass = (text: string) =>
  text.replaceAll(theirClass, `has(self.spec.storageClassName) && self.spec.storageClassName == '${ownClass}'`)

/** The class of the volumes that are made where there are others. */
export const ownClass = 'gitops-e2e'

/** stages/pod-broken.yaml is the stage of the pods that are left out here. */
function exceptBroken(stage: Stage): Stage {
  if (stage.metadata.name !== 'pod-ready') return stage
  const exception = { key: '.spec.containers.[].image | select(test(":broken$"))', operator: 'DoesNotExist' }
  const { selector } = stage.spec
  return {
    ...stage,
    spec: { ...stage.spec, selector: { ...selector, matchExpressions: [...selector.matchExpressions, exception] } },
  }
}
