import { positionOf } from 'kustomize-ts'
import type { Cluster } from '../../model/cluster.ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import type { Fleet } from '../../model/fleet.ts'
import { fold } from '../fold.ts'
import { checks } from './checks/index.ts'
import { viewFleet } from './fleet-view.ts'
import type { SettingsCheck, SettingsFinding } from './settings-check.ts'

/** What is wrong with the settings of a fleet that is right by the schema, at the lines that a person wrote. */
export function checkSettings(fleet: Fleet): readonly Diagnostic[] {
  const view = viewFleet(fleet)
  return fold(
    fleet.clusters.flatMap(cluster =>
      checks.flatMap(check =>
        Array.from(check.check(cluster, view), finding => ({
          unit: `clusters/${cluster.name}`,
          diagnostic: toDiagnostic(finding, cluster, check),
        })),
      ),
    ),
  )
}

function toDiagnostic(finding: SettingsFinding, cluster: Cluster, { code, severity }: SettingsCheck): Diagnostic {
  const { path, at, message, fix } = finding
  const { file, line, column } = positionOf(cluster.root, path, at)
  return { code, severity, message, fix, source: { file, line, column }, path }
}
