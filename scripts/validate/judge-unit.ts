import type { Version } from 'kubernetes-json-schema'
import type { ClusterView } from '../model/cluster-view.ts'
import type { FleetView } from '../model/fleet-view.ts'
import type { Unit } from '../model/unit.ts'
import type { Schemas } from '../schema/open-schemas.ts'
import { checkSchema } from './check-schema.ts'
import { viewCluster } from './cluster-view.ts'
import type { ConfigChecker } from './config/check-configs.ts'
import { type JudgedResource, judgeResource } from './judge-resource.ts'
import { rules } from './rules/index.ts'
import { runRules } from './run-rules.ts'
import { noFleet } from './view-fleet.ts'

export interface UnitChecks {
  readonly schemas: Schemas
  readonly configs: ConfigChecker
}

/** A unit with what came of each of its resources, in their order. */
export interface JudgedUnit {
  readonly unit: Unit
  readonly version: Version
  readonly resources: readonly JudgedResource[]
}

/** Every resource of a unit against its schema, the rules, and, where it holds FogFlow configs, their schema. */
export function judgeUnit(
  unit: Unit,
  version: Version,
  { schemas, configs }: UnitChecks,
  cluster: ClusterView = viewCluster(unit, version),
  fleet: FleetView = noFleet,
): JudgedUnit {
  const ofConfigs = configs.checkUnit(cluster)
  const resources = unit.resources.map(resource =>
    judgeResource(resource, [
      ...checkSchema(resource, version, schemas),
      ...(ofConfigs.get(resource) ?? []),
      ...runRules(resource, cluster, rules, fleet),
    ]),
  )
  return { unit, version, resources }
}
