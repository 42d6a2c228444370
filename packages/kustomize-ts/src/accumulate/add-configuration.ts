import type { Target } from '../build/target.ts'
import { mergeConfigs } from '../configuration/merge-configs.ts'
import { readConfigurations } from '../configuration/read-configurations.ts'
import { readCrds } from '../configuration/read-crds.ts'
import { reportConflict } from '../configuration/report-conflict.ts'
import type { Accumulation } from './accumulation.ts'

/** `configurations` and `crds`: further fields for the transformers of this kustomization and of all that include it. */
export function addConfiguration(accumulation: Accumulation, { kustomization, loader, build }: Target): Accumulation {
  const { configurations = [], crds = [], at } = kustomization.fields
  const conflict = reportConflict(configurations[0]?.at ?? at, build)
  const configured = mergeConfigs(accumulation.config, readConfigurations(configurations, loader, build), conflict)
  const config = mergeConfigs(configured, readCrds(crds, loader, build), reportConflict(crds[0]?.at ?? at, build))
  return { ...accumulation, config }
}
