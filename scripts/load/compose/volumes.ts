import { statSync } from 'node:fs'
import { basename, extname, isAbsolute, join } from 'node:path'
import type { Node, ScalarNode } from 'kustomize-ts'
import type { Diagnostic } from '../../model/diagnostic.ts'
import { readText } from '../read-text.ts'
import { childOf, childText, fileOf, itemsOf, mapOf, partOf, seqOf, textOf } from './tree.ts'

/** A file of the host that a container has, whole: a ConfigMap that has the file's path as its name. */
export interface HostFile {
  readonly path: string
  readonly content: ScalarNode
}

interface Volumes {
  /** As of a container and of its pod. */
  readonly mounts: readonly Node[]
  readonly volumes: readonly Node[]
  readonly files: readonly HostFile[]
  readonly diagnostics: readonly Diagnostic[]
}

interface Mount {
  readonly at: Node
  readonly source: string | undefined
  readonly target: ScalarNode
}

/** What a service mounts: files of its host become ConfigMaps, its folders host paths, named volumes claims. */
export function readVolumes(service: Node, document: Node, folder: string): Volumes {
  const mounts = [
    ...itemsOf(childOf(service, 'volumes')).flatMap(readMount),
    ...itemsOf(childOf(service, 'configs')).flatMap(item => readConfig(item, document)),
  ]
  const read = mounts.map((mount, index) => readSource(mount, `volume-${index}`, folder))
  return {
    mounts: read.map(({ mount }) => mount),
    volumes: read.map(({ volume }) => volume),
    files: read.flatMap(({ file }) => file ?? []),
    diagnostics: read.flatMap(({ diagnostic }) => diagnostic ?? []),
  }
}

/** `source:target:mode`, `target` alone, or the long form. */
function readMount(item: Node): readonly Mount[] {
  if (item.kind === 'scalar') {
    const parts = item.text.split(':')
    const [source = '', target] = parts
    if (target === undefined) return [{ at: item, source: undefined, target: item }]
    const start = source.length + 1
    return [{ at: item, source, target: partOf(item, start, start + target.length) }]
  }
  const target = childOf(item, 'target')
  const isTemporary = childText(item, 'type') === 'tmpfs'
  if (target?.kind !== 'scalar') return []
  return [{ at: item, source: isTemporary ? undefined : childText(item, 'source'), target }]
}

/** A config of the document: without a target it stands in the root, under its own name. */
function readConfig(item: Node, document: Node): readonly Mount[] {
  const name = item.kind === 'scalar' ? item.text : childText(item, 'source')
  const file = name && childText(childOf(childOf(document, 'configs'), name), 'file')
  if (file === undefined || file === '') return []
  const target = childOf(item, 'target')
  return [{ at: item, source: toPath(file), target: target?.kind === 'scalar' ? target : textOf(`/${name}`, item.at) }]
}

function toPath(file: string): string {
  return /^[./~]/.test(file) ? file : `./${file}`
}

interface Source {
  readonly mount: Node
  readonly volume: Node
  readonly file?: HostFile
  readonly diagnostic?: Diagnostic
}

function readSource({ at: { at }, source, target }: Mount, name: string, folder: string): Source {
  const mount = (subPath?: string) =>
    mapOf(at, {
      name: textOf(name, at),
      mountPath: target,
      ...(subPath !== undefined && { subPath: textOf(subPath, at) }),
    })
  const volume = (kind: string, value: Node) => mapOf(at, { name: textOf(name, at), [kind]: value })
  if (source === undefined || source === '') return { mount: mount(), volume: volume('emptyDir', mapOf(at, {})) }
  if (!/^[./~]/.test(source))
    return { mount: mount(), volume: volume('persistentVolumeClaim', mapOf(at, { claimName: textOf(source, at) })) }
  const path = isAbsolute(source) || source.startsWith('~') ? source : join(folder, source)
  const found = isAbsolute(source) ? { hostFolder: true } : readHostFile(path, at)
  const host = volume('hostPath', mapOf(at, { path: textOf(source, at) }))
  if ('hostFolder' in found) return { mount: mount(), volume: host }
  if ('diagnostic' in found) return { mount: mount(), volume: host, diagnostic: found.diagnostic }
  const key = basename(path)
  const items = seqOf(at, [mapOf(at, { key: textOf(key, at), path: textOf(key, at) })])
  const configMap = mapOf(at, { name: textOf(path, at), items })
  return { mount: mount(key), volume: volume('configMap', configMap), file: { path, content: found.content } }
}

type Found = { readonly hostFolder: true } | { readonly diagnostic: Diagnostic } | { readonly content: ScalarNode }

/** Files of the host outside of the compose file's own folder are of that host, and not looked at. */
function readHostFile(path: string, { file, line, column }: Node['at']): Found {
  const stats = statSync(path, { throwIfNoEntry: false })
  if (stats?.isDirectory()) return { hostFolder: true }
  if (stats === undefined && extname(path) === '') return { hostFolder: true }
  if (stats === undefined)
    return {
      diagnostic: {
        code: 'compose-missing-file',
        severity: 'error',
        message: `there is no file ${JSON.stringify(basename(path))} there: Docker makes an empty folder in its place`,
        fix: 'add the file, or correct its path',
        source: { file, line, column },
      },
    }
  const read = readText(path)
  return 'diagnostic' in read ? read : { content: fileOf(path, read.text) }
}
