import { basename, resolve } from 'node:path'
import type { Path } from 'kustomize-ts'
import { applyChanges } from '../disk/apply-changes.ts'
import { finishJournal } from '../disk/finish-journal.ts'
import { addClusters } from '../fleet/add-clusters.ts'
import { writeClusterYaml } from '../fleet/new-cluster.ts'
import { type NewCluster, readTable } from '../fleet/read-table.ts'
import { readText } from '../load/read-text.ts'
import { CannotFinish } from '../model/cannot-finish.ts'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Environment } from '../model/environment.ts'
import { countOf } from '../report/count.ts'
import { tell } from '../report/tell.ts'
import { readKey } from '../settings/read-key.ts'

/** Adds a cluster with settings given as `key=value`. */
export function newCluster(name: string, settings: readonly string[], environment: Environment): 0 | 1 {
  const path = name.replace(/^clusters\//, '').replace(/\/$/, '')
  if (!/^[a-z0-9-]+(\/[a-z0-9-]+)*$/.test(path))
    throw new CannotFinish(
      `${JSON.stringify(name)} is no cluster name: write a path of a-z, 0-9 and -, such as kanto/shibuya`,
    )
  const read = settings.map(readSetting)
  const keys = read.map(([key]) => key.join('.'))
  const twice = keys.find((key, index) => keys.indexOf(key) < index)
  if (twice !== undefined) throw new CannotFinish(`--set ${twice} is given twice: keep one of the two`)
  const text = writeClusterYaml(path, read)
  const whereIs = (key: Path = []) => ({ name: key.length > 0 ? `--set ${key.join('.')}` : 'the new cluster' })
  return add([{ name: path, text, whereIs }], [], environment)
}

function readSetting(setting: string): readonly [readonly string[], unknown] {
  const [, key, value] = /^((?:[^=\\]|\\.)+)=(.*)$/s.exec(setting) ?? []
  if (key === undefined || value === undefined)
    throw new CannotFinish(`--set takes key=value, not ${JSON.stringify(setting)}`)
  const found = readKey(key)
  if ('problem' in found) throw new CannotFinish(`${found.problem}: ${found.fix}`)
  return [found.path, found.toValue(value)]
}

/** Adds a cluster for each row of a table. */
export function newSites(path: string, environment: Environment): 0 | 1 {
  const file = resolve(environment.cwd, path)
  const read = readText(file)
  if ('diagnostic' in read) {
    tell([read.diagnostic], environment)
    return 1
  }
  const { clusters, diagnostics } = readTable(read.text, file)
  if (clusters.length === 0 && diagnostics.length === 0)
    throw new CannotFinish(`${basename(file)} has a header and no rows`)
  return add(clusters, diagnostics, environment)
}

/** All clusters, or none where anything would be wrong. */
function add(clusters: readonly NewCluster[], found: readonly Diagnostic[], environment: Environment): 0 | 1 {
  finishJournal(environment.root)
  const { writes, diagnostics } =
    found.length > 0 ? { writes: new Map<string, string>(), diagnostics: [] } : addClusters(clusters, environment.root)
  const all = [...found, ...diagnostics]
  if (all.some(({ severity }) => severity === 'error')) {
    tell(all, environment)
    return 1
  }
  tell(all, environment)
  applyChanges({ writes, deletes: [] }, environment.root)
  const known = clusters.length - writes.size
  const rest = known > 0 ? `, ${known} there already` : ''
  environment.write(
    `${countOf(writes.size, 'cluster')} added${rest}\n${writes.size > 0 ? 'next: npm run generate\n' : ''}`,
  )
  return 0
}
