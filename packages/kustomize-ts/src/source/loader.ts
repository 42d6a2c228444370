import { posix } from 'node:path'
import type { Diagnostic } from '../model/diagnostic.ts'
import type { Position } from '../model/position.ts'
import type { Cache } from './cache.ts'
import { describeIoError } from './describe-io-error.ts'
import type { FileStat, FileSystem } from './file-system.ts'
import { isRemote, refuseRemote } from './remote.ts'

export const loadRestrictors = ['LoadRestrictionsRootOnly', 'LoadRestrictionsNone'] as const

export type LoadRestrictor = (typeof loadRestrictors)[number]

export function isLoadRestrictor(text: string): text is LoadRestrictor {
  return (loadRestrictors as readonly string[]).includes(text)
}

/** Reads on behalf of one kustomization; everything it is asked for is relative to that kustomization's folder. */
export interface Loader {
  /** The folder, without symbolic links. */
  readonly root: string
  /** The folders of the kustomizations that led here, the nearest first. */
  readonly referrers: readonly string[]
  readonly fileSystem: FileSystem
  readonly restrictor: LoadRestrictor
  readonly cache: Cache
  readonly report: (diagnostic: Diagnostic) => void
}

export interface SourceFile {
  /** Absolute, and without symbolic links unless nothing restricts loading. */
  readonly path: string
  readonly content: Uint8Array
}

/** A path as a kustomization writes it, with its place. */
export interface WrittenPath {
  readonly text: string
  readonly at: Position
}

/** Far above any manifest; larger files would be held in memory several times over. */
const maxFileSize = 32 * 1024 * 1024

/** What `path` leads to, or undefined where there is nothing; problems on the way count as nothing. */
export function statPath(loader: Loader, path: string): FileStat | undefined {
  try {
    return loader.fileSystem.stat(posix.resolve(loader.root, path))
  } catch {
    return undefined
  }
}

/** The content of a file that a kustomization names; undefined, after a report, where it cannot be had. */
export function readSource(loader: Loader, path: WrittenPath): SourceFile | undefined {
  const refuse = (code: string, message: string, fix: string) => {
    loader.report({ code, severity: 'error', message, fix, source: path.at })
    return undefined
  }
  if (path.text === '') return refuse('empty-path', 'the path is empty', 'write the path of a file')
  if (/^https?:/i.test(path.text)) return refuseRemote(loader, path)
  const absolute = posix.resolve(loader.root, path.text)
  try {
    const stat = loader.fileSystem.stat(absolute)
    if (stat === undefined) return refuse('file-not-found', `there is no file "${path.text}"`, missingFix(loader, path))
    if (stat.kind !== 'file') {
      return refuse('not-a-file', `"${path.text}" is a ${stat.kind === 'other' ? 'pipe or device' : 'folder'}`, fileFix)
    }
    if (stat.size > maxFileSize) return refuse('file-too-large', describeSize(path.text, stat.size), 'split the file')
    const real = loader.fileSystem.realPath(absolute)
    if (loader.restrictor === 'LoadRestrictionsRootOnly' && !isWithin(real, loader.root)) {
      return refuse('outside-root', `"${path.text}" is ${real}, which is not in or below ${loader.root}`, outsideFix)
    }
    const file = loader.restrictor === 'LoadRestrictionsRootOnly' ? real : absolute
    return { path: file, content: loader.fileSystem.readFile(real) }
  } catch (error) {
    loader.report(describeIoError(error, path))
    return undefined
  }
}

/** The loader of a folder that a kustomization names; undefined, after a report, where there is none or it is a cycle. */
export function enterFolder(loader: Loader, path: WrittenPath): Loader | undefined {
  const refuse = (code: string, message: string, fix: string) => {
    loader.report({ code, severity: 'error', message, fix, source: path.at })
    return undefined
  }
  if (path.text === '') return refuse('empty-path', 'the path is empty', 'write the path of a folder')
  const absolute = posix.resolve(loader.root, path.text)
  try {
    const stat = loader.fileSystem.stat(absolute)
    if (stat === undefined && isRemote(path.text)) return refuseRemote(loader, path)
    if (stat === undefined) {
      return refuse('file-not-found', `there is no file or folder "${path.text}"`, missingFix(loader, path))
    }
    if (posix.isAbsolute(path.text)) {
      return refuse('absolute-root', `the folder "${path.text}" is absolute`, 'write it relative to this kustomization')
    }
    if (stat.kind !== 'directory') return refuse('not-a-folder', `"${path.text}" is no folder`, 'name a folder')
    const root = loader.fileSystem.realPath(absolute)
    const visited = [loader.root, ...loader.referrers].find(referrer => isWithin(referrer, root))
    if (visited !== undefined) return refuse('cycle', describeCycle(path.text, root, visited, loader), cycleFix)
    return { ...loader, root, referrers: [loader.root, ...loader.referrers] }
  } catch (error) {
    loader.report(describeIoError(error, path))
    return undefined
  }
}

/** Whether `path` is `folder` or below it; both without symbolic links. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || folder === '/' || path.startsWith(`${folder}/`)
}

const fileFix = 'name a file here'
const outsideFix = 'move the file below this kustomization, make its folder a base, or build with LoadRestrictionsNone'
const cycleFix = 'a kustomization cannot include itself or a folder above it: move the base beside it'

function describeCycle(text: string, root: string, visited: string, loader: Loader): string {
  const chain = [...loader.referrers].reverse().concat(loader.root).join(' → ')
  const what = root === visited ? 'is being built already' : `contains ${visited}, which is being built`
  return `cycle detected: "${text}" (${root}) ${what}: ${chain} → ${root}`
}

function describeSize(path: string, size: number): string {
  return `"${path}" has ${Math.round(size / 1024 / 1024)} MB; files up to ${maxFileSize / 1024 / 1024} MB are read`
}

/** Names the folder that is there, so that a misspelt part of a path shows. */
function missingFix(loader: Loader, path: WrittenPath): string {
  const absolute = posix.resolve(loader.root, path.text)
  let folder = posix.dirname(absolute)
  while (folder !== '/' && statPath(loader, folder)?.kind !== 'directory') folder = posix.dirname(folder)
  return `${folder} has no "${absolute.slice(folder === '/' ? 1 : folder.length + 1).split('/')[0]}"; correct the path or add the file`
}
