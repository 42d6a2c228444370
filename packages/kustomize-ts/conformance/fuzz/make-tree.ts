import { posix } from 'node:path'
import { FIELDS } from './make-fields.ts'
import { type Made, makeResource } from './make-resources.ts'
import type { Random } from './random.ts'
import { respell } from './respell.ts'
import { type Value, writeYaml } from './write-yaml.ts'

export interface Tree {
  /** Path below the root to content. */
  readonly files: Readonly<Record<string, string>>
  /** The folder to build. */
  readonly target: string
}

interface Growth {
  readonly random: Random
  readonly files: Record<string, string>
  readonly without: readonly string[]
}

/** A base or two, perhaps a component, and an overlay, whose kustomization has a random part of all fields. */
export function makeTree(random: Random, without: readonly string[]): Tree {
  const growth: Growth = { random, files: {}, without }
  const first = addFolder('base', {}, [], growth, 0.4)
  const second = random.chance(0.2) ? addFolder('other', {}, [], growth, 0.3) : []
  const resources = [...first, ...second]
  const hasComponent = random.chance(0.3)
  if (hasComponent) addFolder('component', COMPONENT, resources, growth, 0.7)
  const entries = {
    [random.chance(0.1) ? 'bases' : 'resources']: ['../base', ...(second.length > 0 ? ['../other'] : [])],
  }
  addFolder('overlay', { ...entries, ...(hasComponent && { components: ['../component'] }) }, resources, growth, 1)
  return { files: random.chance(0.12) ? respell(growth.files, random) : growth.files, target: 'overlay' }
}

const COMPONENT = { apiVersion: 'kustomize.config.k8s.io/v1alpha1', kind: 'Component' }

/** Adds a kustomization with resources of its own and returns all that it builds. */
function addFolder(
  folder: string,
  given: { readonly [key: string]: Value },
  inherited: readonly Made[],
  growth: Growth,
  share: number,
): readonly Made[] {
  const { random, files, without } = growth
  const own = makeDistinct(random, inherited, inherited.length === 0 ? 5 : 1)
  const addFile = (name: string, content: string) => {
    files[posix.join(folder, name)] = content
    return name
  }
  const paths = splitFiles(own, random).map((texts, index) =>
    addFile(`resources-${index}.yaml`, endLines(texts.join('---\n'), random)),
  )
  const resources = [...inherited, ...own]
  const fields = Object.entries(FIELDS).filter(
    ([name, field]) => random.chance(field.probability * share) && !without.includes(name),
  )
  const around = { random, resources, addFile }
  const made = Object.fromEntries(fields.map(([name, field]) => [name, field.make(around)]))
  const given_ = Array.isArray(given.resources) ? given.resources : []
  const all = [...given_, ...paths]
  const body = { ...given, ...(all.length > 0 && { resources: all }), ...made }
  addFile('kustomization.yaml', writeYaml(body, random))
  return resources
}

/** Resources with different ids, so that most trees build. */
function makeDistinct(random: Random, inherited: readonly Made[], most: number): readonly Made[] {
  const seen = new Set(inherited.map(idOf))
  return random
    .times(most === 1 ? 0 : 1, most, () => makeResource(random))
    .filter(resource => {
      const id = idOf(resource)
      return !seen.has(id) && seen.add(id)
    })
}

function idOf({ apiVersion, kind, name, namespace = 'default' }: Made): string {
  return `${apiVersion} ${kind} ${namespace} ${name}`
}

function splitFiles(resources: readonly Made[], random: Random): readonly string[][] {
  const files: string[][] = []
  for (const { body } of resources) {
    const text = writeYaml(body, random)
    const last = files.at(-1)
    if (last && random.chance(0.5)) last.push(text)
    else files.push([text])
  }
  return files
}

/** The same lines, in some files without the last line end, in some with the line ends of Windows. */
function endLines(text: string, random: Random): string {
  const ended = random.chance(0.1) ? text.replace(/\n$/, '') : text
  return random.chance(0.05) ? ended.replaceAll('\n', '\r\n') : ended
}
