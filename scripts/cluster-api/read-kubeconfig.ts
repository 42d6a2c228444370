import { readFileSync } from 'node:fs'
import { homedir } from 'node:os'
import { delimiter, join, resolve } from 'node:path'
import type { KubeConfig } from '@kubernetes/client-node'
import { CannotFinish } from '../model/cannot-finish.ts'
import { nearest } from '../text/nearest.ts'

export interface KubeconfigChoice {
  /** What --kubeconfig or KUBECONFIG says: one file, or several as KUBECONFIG has them; undefined: ~/.kube/config. */
  readonly files?: string | undefined
  /** Name of a context; undefined: the current one of the files. */
  readonly context?: string | undefined
  /** Where relative files start, absolute. */
  readonly cwd: string
}

/** Fills a new config from files, and chooses a context in it that names a cluster and a user. */
export function readKubeconfig(config: KubeConfig, { files, context, cwd }: KubeconfigChoice): void {
  const paths = files ? files.split(delimiter).filter(path => path !== '') : [join(homedir(), '.kube/config')]
  for (const [index, path] of paths.entries()) load(config, resolve(cwd, path), index > 0)
  const names = config.getContexts().map(({ name }) => name)
  const chosen = context ?? config.getCurrentContext()
  const from = paths.join(', ')
  if (!chosen) throw new CannotFinish(`${from} has no current context: name one with --context${listNames(names)}`)
  const found = config.getContextObject(chosen)
  if (!found) throw new CannotFinish(`${from} has no context "${chosen}"${suggest(chosen, names)}`)
  config.setCurrentContext(chosen)
  if (!config.getCurrentCluster()?.server)
    throw new CannotFinish(`context "${chosen}" is for cluster "${found.cluster}", which ${from} does not describe`)
  if (!config.getCurrentUser())
    throw new CannotFinish(`context "${chosen}" is for user "${found.user}", whom ${from} does not describe`)
}

function load(config: KubeConfig, path: string, isMore: boolean): void {
  const text = readText(path)
  try {
    const one = isMore ? new (config.constructor as new () => KubeConfig)() : config
    one.loadFromString(text)
    one.makePathsAbsolute(join(path, '..'))
    if (isMore) config.mergeConfig(one, true)
  } catch (error) {
    throw new CannotFinish(`${path} is no kubeconfig: ${firstLine(error)}`)
  }
}

function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException
    const why = code === 'ENOENT' ? 'is not there' : `cannot be read (${code})`
    throw new CannotFinish(`the kubeconfig ${path} ${why}: name another one with KUBECONFIG=FILE`)
  }
}

const firstLine = (error: unknown): string =>
  (error instanceof Error ? error.message : String(error)).split('\n')[0] ?? ''

function suggest(name: string, names: readonly string[]): string {
  const near = nearest(name, names)
  return near === undefined ? listNames(names) : `: did you mean "${near}"?`
}

const listNames = (names: readonly string[]): string =>
  names.length === 0 ? ': it has none' : `: it has ${names.slice(0, 20).join(', ')}`
