import { existsSync } from 'node:fs'
import { relative, sep } from 'node:path'
import { applyChanges } from '../disk/apply-changes.ts'
import { finishJournal } from '../disk/finish-journal.ts'
import { chooseCluster } from '../fleet/choose-cluster.ts'
import { loadFleet } from '../load/fleet/load-fleet.ts'
import { readText } from '../load/read-text.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Environment } from '../model/environment.ts'
import { tell } from '../report/tell.ts'
import { chooseClusters } from '../secret/choose-clusters.ts'
import { makePassword, whyUnusable } from '../secret/credential.ts'
import { describeMaking, describeNext } from '../secret/describe-next.ts'
import { isEncrypting } from '../secret/key.ts'
import { planSecrets, type SecretTarget } from '../secret/plan-secrets.ts'
import { secretFileOf } from '../secret/secret-file.ts'
import { writeSecret } from '../secret/write-secret.ts'

export interface SecretArguments {
  readonly cluster: string
  readonly username: string
  readonly rotate: boolean
  /** Take the password from standard input, as an edge alone always does. */
  readonly stdin: boolean
}

/** Makes or takes RabbitMQ's password and writes it, encrypted for each cluster that needs it, and nowhere else. */
export async function secret(options: SecretArguments, environment: Environment): Promise<0 | 1> {
  const problem = whyUnusable(options.username)
  if (problem !== undefined) throw new CannotFinish(`the user name cannot be used: ${problem}`)
  finishJournal(environment.root)
  const { fleet, diagnostics } = loadFleet(environment.root)
  const broken = diagnostics.filter(({ severity }) => severity === 'error')
  if (broken.length > 0) {
    tell(broken, environment, true)
    return 1
  }
  const cluster = chooseCluster(options.cluster, fleet)
  const isGiven = options.stdin || cluster.settings.role === 'edge'
  const now = new Date()
  const plan = planSecrets(chooseClusters(cluster, fleet), {
    ...{ rotate: options.rotate, isGiven, now, readFile: readText, exists: existsSync },
  })
  if (plan.diagnostics.length > 0) {
    tell(plan.diagnostics, environment, true)
    return 1
  }
  await carryOut(plan.targets, { username: options.username, isGiven, now }, environment)
  return 0
}

interface Making {
  readonly username: string
  readonly isGiven: boolean
  readonly now: Date
}

async function carryOut(targets: readonly SecretTarget[], making: Making, environment: Environment): Promise<void> {
  const { username, isGiven, now } = making
  const isNeeded = targets.some(({ key }) => isEncrypting(key))
  const password = isGiven && isNeeded ? await readPassword(environment) : makePassword()
  const texts = await Promise.all(targets.map(target => writeSecret(target, { username, password }, now)))
  const files = targets.flatMap(({ cluster }, index) => {
    const text = texts[index]
    const path = relative(environment.root, secretFileOf(cluster)).split(sep).join('/')
    return text === undefined ? [] : [[path, text] as const]
  })
  applyChanges({ writes: new Map(files), deletes: [] }, environment.root)
  const next = targets.flatMap(target => describeNext(target, username) ?? [])
  const lines = [
    ...files.map(([path]) => `wrote ${path}`),
    ...(isNeeded ? [] : [describeMaking]),
    ...next,
    ...(files.length > 0 ? ['next: npm run generate, then commit what changed'] : []),
  ]
  environment.write(`${lines.join('\n')}\n`)
}

async function readPassword({ readInput }: Environment): Promise<string> {
  const input = await readInput()
  if (input === undefined)
    throw new CannotFinish('the password is read from standard input: … | npm run secret -- --cluster NAME')
  const password = input.replace(/\r?\n$/, '')
  const problem = whyUnusable(password)
  if (problem !== undefined) throw new CannotFinish(`the password on standard input cannot be used: ${problem}`)
  return password
}
