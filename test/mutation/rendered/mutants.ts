import type { Resource } from '../../../scripts/model/resource.ts'
import type { Unit } from '../../../scripts/model/unit.ts'
import { type Field, formatKind, formatPlace, listFields } from './field.ts'
import { createOperators, type Operator } from './operators.ts'
import { drawNumber, shuffle } from './random.ts'

/** One change of one object of one unit. */
export interface Mutant {
  /** What it is called in reports and in survivors.json; the same as long as the object and the field are there. */
  readonly name: string
  readonly operator: Operator['name']
  readonly kind: string
  /** Such as `spec.ports[].port`. */
  readonly path: string
  readonly unit: Unit
  readonly resource: Resource
  /** What stood at the field. */
  readonly before: unknown
  /** What stands in the place of the object: none where it is dropped, two where it is doubled. */
  readonly made: readonly unknown[]
}

interface Place {
  readonly unit: Unit
  readonly resource: Resource
  readonly field: Field
  /** The object and the field. */
  readonly at: string
}

/**
 * How many of the kinds of fields that an operator applies to are tried with it, and in how many places each: numbers
 * and lists are rare, maps and texts are not, and every operator is to be tried about as often. A share or a count
 * of its own for each kind of field keeps all other mutants as they are when one field more is rendered.
 */
const spread: Readonly<Record<Operator['name'], { readonly share: number; readonly places: number }>> = {
  drop: { share: 0.55, places: 1 },
  rename: { share: 1, places: 1 },
  retype: { share: 0.6, places: 1 },
  number: { share: 1, places: 5 },
  duplicate: { share: 1, places: 9 },
  move: { share: 0.75, places: 1 },
}

/** Mutants spread over operators, kinds and paths. The seed decides what is done where. */
export function listMutants(units: readonly Unit[], seed: number): readonly Mutant[] {
  const operators = createOperators((field, below) => drawNumber(`${seed}\n${formatPlace(field.path)}`) % below)
  const groups = [...groupPlaces(units)]
  return operators.flatMap(operator => {
    const { share, places } = spread[operator.name]
    return groups
      .map(([kind, group]) => ({ key: `${seed}\n${operator.name}\n${kind}`, group }))
      .filter(({ key }) => drawNumber(key) < share * 2 ** 32)
      .flatMap(({ key, group }) => makeMutants(operator, key, group, places))
  })
}

/** Places by kind of field; an object that several units have is looked at in one of them, drawn by the seed. */
function groupPlaces(units: readonly Unit[]): ReadonlyMap<string, readonly Place[]> {
  const groups = new Map<string, Place[]>()
  for (const unit of units)
    for (const resource of unit.resources)
      for (const field of listFields(resource.value)) {
        const kind = `${resource.id.kind} ${formatKind(field.path)}`
        const place = { unit, resource, field, at: `${nameOf(resource)} ${formatPlace(field.path)}` }
        const group = groups.get(kind)
        if (group) group.push(place)
        else groups.set(kind, [place])
      }
  return groups
}

/** Without the hash of a generated name, which changes with the content. */
function nameOf({ id }: Resource): string {
  const name = id.kind === 'ConfigMap' ? id.name.replace(/-[a-z0-9]{10}$/, '') : id.name
  return id.namespace === undefined ? name : `${id.namespace}/${name}`
}

/** Not twice at the same field of the same object, so long as there are others. */
function makeMutants(operator: Operator, key: string, places: readonly Place[], count: number): readonly Mutant[] {
  const found = new Map<string, Mutant>()
  for (const place of shuffle(places, key, one => `${one.unit.name} ${one.at}`)) {
    if (found.size === count) break
    if (found.has(place.at)) continue
    const mutant = makeMutant(operator, key, place)
    if (mutant) found.set(place.at, mutant)
  }
  return [...found.values()]
}

function makeMutant(operator: Operator, key: string, place: Place): Mutant | undefined {
  const { unit, resource, field, at } = place
  const [change] = shuffle(operator.list(resource.value, field), `${key}\n${at}`, ({ what }) => what)
  const { kind } = resource.id
  const name = `${operator.name} ${unit.name} ${kind} ${at}: ${change?.what}`
  return (
    change && {
      name,
      operator: operator.name,
      kind,
      path: formatKind(field.path),
      unit,
      resource,
      before: field.value,
      made: change.made,
    }
  )
}
