import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse, stringify } from 'yaml'

/** Folders of kwok's own stages whose parts make a node that is always healthy, and volumes that are there at once. */
const folders = ['node/fast', 'node/heartbeat-with-lease', 'pod/fast', 'volume/fast']
const own = join(import.meta.dirname, 'stages')

interface Stage {
  readonly kind: string
  readonly metadata: { readonly name: string }
  readonly spec: { readonly selector: { readonly matchExpressions: readonly object[] } }
}

/** How nodes, pods, volumes, load balancers and ingresses behave, as kwok reads it: kwok's own stages and the ones here. */
export function readStages(kwokStages: string): string {
  const theirs = folders.flatMap(folder => readFolder(join(kwokStages, folder)))
  return [...theirs.map(exceptBroken), ...readFolder(own)].map(stage => stringify(stage)).join('---\n')
}

function readFolder(folder: string): readonly Stage[] {
  const files = readdirSync(folder).filter(name => name.endsWith('.yaml'))
  const texts = files.map(name => forAllClasses(readFileSync(join(folder, name), 'utf8')))
  return texts.map(text => parse(text) as Stage).filter(({ kind }) => kind === 'Stage')
}

/** kwok's stages make volumes of a class of its own only. */
const forAllClasses = (text: string) =>
  text.replaceAll("self.spec.storageClassName == 'kwok-volume'", 'has(self.spec.storageClassName)')

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
