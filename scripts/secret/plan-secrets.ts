import { type Position, positionOf } from 'kustomize-ts'
import type { Cluster } from '../model/cluster.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import { type FoundKey, findKey, type ReadFile } from './find-key.ts'
import { isEncrypting, type Key } from './key.ts'
import { isSecretFile, secretFileOf, secretNameOf } from './secret-file.ts'

/** One cluster that is to get the credential. */
export interface SecretTarget {
  readonly cluster: Cluster
  readonly key: Key
}

export interface SecretPlan {
  readonly targets: readonly SecretTarget[]
  /** What keeps the plan from being carried out; nothing may be written then. */
  readonly diagnostics: readonly Diagnostic[]
}

export interface PlanOptions {
  /** Replace what is there with a new credential. */
  readonly rotate: boolean
  /** The password is given, not made. */
  readonly isGiven: boolean
  readonly now: Date
  readFile: ReadFile
  exists(path: string): boolean
}

/** Decides how each cluster gets the credential. Nobody gets it where one of them cannot: they would differ. */
export function planSecrets(clusters: readonly Cluster[], options: PlanOptions): SecretPlan {
  const found = clusters.map(cluster => ({ cluster, found: findKey(cluster, options.readFile, options.now) }))
  const targets = found.flatMap(({ cluster, found }) => ('key' in found ? [{ cluster, key: found.key }] : []))
  const wrongKeys = found.flatMap(({ found }) => diagnosticOf(found))
  const files = targets.filter(({ key }) => key.provider !== 'existing')
  const diagnostics = [...wrongKeys, ...checkExisting(files, options), ...checkGiven(targets, options)]
  return { targets, diagnostics }
}

const diagnosticOf = (found: FoundKey) => ('diagnostic' in found ? [found.diagnostic] : [])

function checkExisting(targets: readonly SecretTarget[], options: PlanOptions): readonly Diagnostic[] {
  return targets.flatMap(({ cluster }) => {
    const file = secretFileOf(cluster)
    if (!options.exists(file)) return []
    if (!options.rotate) return [alreadyThere(cluster, file)]
    const read = options.readFile(file)
    if ('diagnostic' in read) return [read.diagnostic]
    return isSecretFile(read.text, secretNameOf(cluster)) ? [] : [foreign(cluster, file)]
  })
}

/** What reads the password from elsewhere cannot be given one that nobody may see. */
function checkGiven(targets: readonly SecretTarget[], { isGiven }: PlanOptions): readonly Diagnostic[] {
  const others = targets.filter(({ key }) => !isEncrypting(key))
  if (isGiven || others.length === 0 || others.length === targets.length) return []
  return others.map(({ cluster, key }) => ({
    code: 'password-must-be-given',
    severity: 'error',
    message: `${cluster.name} takes the password from elsewhere (secrets.provider "${key.provider}"), so that one which is made here and shown to nobody cannot reach it`,
    fix: 'pipe the password that is kept there into this command, with --stdin',
    source: providerOf(cluster),
    clusters: [cluster.name],
  }))
}

function providerOf({ root }: Cluster): Position {
  const { file, line, column } = positionOf(root, ['secrets', 'provider'])
  return { file, line, column }
}

function alreadyThere({ name }: Cluster, file: string): Diagnostic {
  return {
    code: 'secret-exists',
    severity: 'error',
    message: `${name} has its password already, and nobody here can read it`,
    fix: 'give a new cluster alone the same password (`… | npm run secret -- --cluster NAME`), or give all of them a new one with --rotate',
    source: { file, line: 1, column: 1 },
    clusters: [name],
  }
}

function foreign({ name }: Cluster, file: string): Diagnostic {
  return {
    code: 'secret-foreign',
    severity: 'error',
    message: 'the file holds something else than one Secret, SealedSecret or ExternalSecret "rabbitmq"',
    fix: 'move what it holds elsewhere',
    source: { file, line: 1, column: 1 },
    clusters: [name],
  }
}
