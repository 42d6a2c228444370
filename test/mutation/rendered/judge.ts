import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Diagnostic } from '../../../scripts/model/diagnostic.ts'
import type { Unit } from '../../../scripts/model/unit.ts'
import { reachabilityFile } from '../../../scripts/reach/check-reach.ts'
import { judgeReach } from '../../../scripts/reach/judge-reach.ts'
import { openSchemas } from '../../../scripts/schema/open-schemas.ts'
import { createConfigChecker } from '../../../scripts/validate/config/check-configs.ts'
import { openConfigSchemas } from '../../../scripts/validate/config/config-schemas.ts'
import { judgeUnit } from '../../../scripts/validate/judge-unit.ts'
import { readVersion, versionOf } from '../../../scripts/validate/kubernetes-version.ts'
import { findUnusedSuppressions } from '../../../scripts/validate/unused-suppressions.ts'
import { noFleet, viewFleet } from '../../../scripts/validate/view-fleet.ts'
import { viewUnits } from '../../../scripts/validate/view-units.ts'
import type { Repository } from './units.ts'

/** What `npm run validate` says of a unit that stands in the place of the repository's one of that name, a stage at a time. */
export type Judge = (unit: Unit) => Iterable<readonly Diagnostic[]>

/** The schemas and the rules for the unit itself, then its reachability, then what another cluster says of it. */
export function createJudge({ root, units, clusters, kubernetesOf }: Repository): Judge {
  const schemas = openSchemas()
  const configs = createConfigChecker(openConfigSchemas(join(root, 'schemas/fogflow'), schemas), '3.2.8')
  const file = join(root, reachabilityFile)
  const text = readFileSync(file, 'utf8')
  const ofClusters = units.filter(({ kind }) => kind === 'cluster')
  return function* (unit) {
    const fleet = unit.kind === 'cluster' ? ofClusters.map(one => (one.name === unit.name ? unit : one)) : [unit]
    yield judgeRules(unit, fleet)
    yield judgeReach(fleet, { file, text }, { clusters, isWhole: false, placeOf: () => '' })
    for (const other of fleet) if (other !== unit) yield judgeRules(other, fleet)
  }

  function judgeRules(unit: Unit, fleet: readonly Unit[]): readonly Diagnostic[] {
    const version = versionOf(unit, readVersion(undefined), kubernetesOf(unit.name), false)
    return viewUnits([unit], () => version).flatMap(({ cluster }) => {
      const view = unit.kind === 'cluster' ? viewFleet(fleet) : noFleet
      const judged = judgeUnit(unit, version, { schemas, configs }, cluster(), view)
      return [...judged.resources.flatMap(({ diagnostics }) => diagnostics), ...findUnusedSuppressions([judged])]
    })
  }
}
