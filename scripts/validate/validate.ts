import type { Version } from 'kubernetes-json-schema'
import type { Position } from 'kustomize-ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Judgement } from '../model/judgement.ts'
import type { Loaded } from '../model/loaded.ts'
import type { Rendered } from '../model/rendered.ts'
import { openSchemas } from '../schema/open-schemas.ts'
import { judgeCompositions } from './compose/judge-compositions.ts'
import { type ConfigChecker, createConfigChecker } from './config/check-configs.ts'
import { openConfigSchemas, readRelease } from './config/config-schemas.ts'
import { fold, type UnitDiagnostic } from './fold.ts'
import { type JudgedUnit, judgeUnit } from './judge-unit.ts'
import { readVersion, versionOf } from './kubernetes-version.ts'
import { rules } from './rules/index.ts'
import { summarize } from './summarize.ts'
import { findUnreferenced } from './unreferenced-files.ts'
import { findUnusedSuppressions } from './unused-suppressions.ts'
import { noFleet, viewFleet } from './view-fleet.ts'
import { viewUnits } from './view-units.ts'

export interface ValidateOptions {
  /** The version asked for; absent: the oldest one that has all kinds of a unit. */
  readonly kubernetes?: string | undefined
  /** FogFlow's release, for configs of which no image tells it. */
  readonly release: string
  /** The folder with the schemas of FogFlow's configs, absolute. */
  readonly configSchemas: string
  /** The schema of compose files, absolute. */
  readonly composeSchema: string
  /** The Kubernetes version of the cluster that a unit makes up, by the unit's name; undefined for every other unit. */
  kubernetesOf(unit: string): string | undefined
  /** Where a person can change what stands at a place: a generated file gives way to the key that it comes from. */
  editableAt(place: Position): Position
  /** Told before each unit. */
  step(done: number, total: number): void
}

/** What was loaded and rendered → what is wrong with it. Throws CannotFinish for a version or release without schemas. */
export function validate(loaded: Loaded, rendered: Rendered, options: ValidateOptions): Judgement {
  const version = readVersion(options.kubernetes)
  const schemas = openSchemas()
  const configSchemas = openConfigSchemas(options.configSchemas, schemas)
  const configs = createConfigChecker(configSchemas, readRelease(options.release, configSchemas))
  const views = viewUnits([...rendered.units, ...loaded.units], unit =>
    versionOf(unit, version, options.kubernetesOf(unit.name), options.kubernetes !== undefined),
  )
  const fleet = viewFleet(rendered.units.filter(({ kind }) => kind === 'cluster'))
  const units = views.map(({ unit, version: own, cluster }, index, { length }) => {
    options.step(index, length)
    return judgeUnit(unit, own, { schemas, configs }, cluster(), unit.kind === 'cluster' ? fleet : noFleet)
  })
  const files = judgeCompositions(loaded.compositions, { compose: schemas.check(options.composeSchema), configs })
  const found: readonly UnitDiagnostic[] = [
    ...[...loaded.diagnostics, ...files.flat()].map(withoutUnit),
    ...rendered.diagnostics,
    ...units.flatMap(diagnosticsOf),
    ...findUnreferenced(loaded.owned, rendered).map(withoutUnit),
    ...findUnusedSuppressions(units).map(withoutUnit),
  ]
  const diagnostics = fold(found.map(one => relocate(one, options)))
  return {
    ...summarize({ loaded, rendered, units, files, diagnostics, version }),
    rules,
    notes: notesOf(
      units.filter(({ unit }) => options.kubernetesOf(unit.name) === undefined),
      version,
      configs,
    ),
  }
}

function relocate({ diagnostic, ...rest }: UnitDiagnostic, { editableAt }: ValidateOptions): UnitDiagnostic {
  const { source } = diagnostic
  return { ...rest, diagnostic: source === undefined ? diagnostic : { ...diagnostic, source: editableAt(source) } }
}

function withoutUnit(diagnostic: Diagnostic): UnitDiagnostic {
  return { diagnostic }
}

function diagnosticsOf({ unit, resources }: JudgedUnit): readonly UnitDiagnostic[] {
  return resources.flatMap(({ diagnostics }) => diagnostics.map(diagnostic => ({ unit: unit.name, diagnostic })))
}

/** Where a check was another one, or a weaker one, than the summary lets a reader think. */
function notesOf(units: readonly JudgedUnit[], version: Version, configs: ConfigChecker): readonly string[] {
  const newer = units.filter(unit => unit.version !== version)
  return [
    ...newer.map(
      one => `${one.unit.name} has kinds that are new in Kubernetes ${one.version} and was checked against that`,
    ),
    ...configs
      .inexactReleases()
      .map(
        release => `there is no schema for the config of FogFlow ${release}: only its syntax and types were checked`,
      ),
  ]
}
