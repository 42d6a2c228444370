import { join } from 'node:path'
import { readResources, toValue } from 'kustomize-ts'
import type { Diagnostic } from '../../../scripts/model/diagnostic.ts'
import type { Manifest, Resource } from '../../../scripts/model/resource.ts'
import type { Unit } from '../../../scripts/model/unit.ts'
import type { Judge } from './judge.ts'
import type { Mutant } from './mutants.ts'
import { whyNeutral } from './neutral.ts'
import { isSameToServer } from './same-to-server.ts'

/** What came of a mutant. Neutral ones are judged, too, so that the share over all mutants can be told. */
export interface Trial {
  readonly mutant: Mutant
  /** `same`: the API server, or FogFlow, reads both alike. `neutral`: see neutral.ts. */
  readonly change: 'real' | 'neutral' | 'same'
  /** `elsewhere`: something is found, but neither at the object nor at one that refers to it. */
  readonly outcome: 'caught' | 'elsewhere' | 'missed'
  readonly codes: readonly string[]
}

/** Puts the mutant in the place of the object and asks for what is found now; the repository itself has no findings. */
export function tryMutant(mutant: Mutant, judge: Judge, root: string): Trial {
  const { outcome, codes } = findOutcome(mutant, judge, root)
  return { mutant, change: changeOf(mutant), outcome, codes }
}

/** Whether a mutant changes what FogFlow does: decided by the field path and by what the API server takes for the same. */
export function changeOf({ kind, path, resource, made }: Mutant): Trial['change'] {
  const [only] = made
  if (made.length === 1 && isSameToServer(kind, resource.value, only)) return 'same'
  return whyNeutral(kind, path) === undefined ? 'real' : 'neutral'
}

function findOutcome(mutant: Mutant, judge: Judge, root: string): Pick<Trial, 'outcome' | 'codes'> {
  const { unit, resource } = mutant
  const file = join(root, 'mutant.yaml')
  const read = readResources(mutant.made.map(one => JSON.stringify(one)).join('\n---\n'), file)
  if (read.diagnostics.length > 0) return { outcome: 'caught', codes: read.diagnostics.map(({ code }) => code) }
  const made = read.resources.map((one): Resource => ({ ...one, value: toValue(one.root) as Manifest }))
  const changed: Unit = { ...unit, resources: unit.resources.flatMap(one => (one === resource ? made : [one])) }
  const attempt = { unit: changed, mutant, file, names: [...new Set([resource, ...made].map(({ id }) => id.name))] }
  const codes = new Set<string>()
  for (const found of judge(changed)) {
    for (const { code } of found) codes.add(code)
    if (found.some(one => concerns(one, attempt))) return { outcome: 'caught', codes: [...codes] }
  }
  return { outcome: codes.size > 0 ? 'elsewhere' : 'missed', codes: [...codes] }
}

interface Attempt {
  readonly unit: Unit
  readonly mutant: Mutant
  readonly file: string
  /** The object's, before and after. */
  readonly names: readonly string[]
}

/**
 * Whether a finding stands in the object, or there is a reference between the two: the finding, or the object that it
 * stands in, names the changed one, or the changed one names or selects that.
 */
function concerns(diagnostic: Diagnostic, { unit, mutant, file, names }: Attempt): boolean {
  const { resource } = mutant
  if (diagnostic.source?.file === file || names.some(name => diagnostic.message.includes(name))) return true
  if (quotes(diagnostic, mutant)) return true
  const own = JSON.stringify(resource.value)
  const others = diagnostic.resource
    ? unit.resources.filter(({ id }) => isSameId(id, diagnostic))
    : named(diagnostic, unit)
  return others.some(other => {
    const labels = Object.entries((other.value.metadata as { labels?: Record<string, string> }).labels ?? {})
    const isSelected = labels.some(([key, value]) => own.includes(`${JSON.stringify(key)}:${JSON.stringify(value)}`))
    return (
      isSelected || own.includes(`"${other.id.name}"`) || names.some(name => JSON.stringify(other.value).includes(name))
    )
  })
}

/** Whether a finding of another cluster tells of the value that is gone, such as the address that it calls. */
function quotes({ message }: Diagnostic, { before }: Mutant): boolean {
  return typeof before === 'string' && before.length > 5 && message.includes(before)
}

function isSameId(id: Resource['id'], { resource }: Diagnostic): boolean {
  return id.kind === resource?.kind && id.name === resource.name && id.namespace === resource.namespace
}

/** The workloads that a finding about who reaches whom names: it stands in a table, or in one of many policies. */
function named({ message }: Diagnostic, unit: Unit): readonly Resource[] {
  const words = new Set(message.match(/[\w.-]+/g))
  return unit.resources.filter(
    ({ id }) => (id.kind === 'Deployment' || id.kind === 'StatefulSet') && words.has(id.name),
  )
}
