import type { Path } from 'kustomize-ts'
import type { Mark } from '../../model/change.ts'
import type { Manifest } from '../../model/resource.ts'
import { parseQuantity } from '../../text/quantity.ts'
import type { Marked } from './mark-resource.ts'
import { read, readItems } from './read.ts'

const lose = (message: string): Mark => ({ kind: 'loses-data', message })

/** What is stored and goes with the change. */
export function findDataLoss({ change, before, after }: Marked): readonly Mark[] {
  const { kind, name } = change.resource
  if (before === undefined) return []
  if (after === undefined) return isKept(before.value) ? [] : loseAll(kind, name, before.value)
  if (kind === 'PersistentVolumeClaim') return shrink(`the claim ${name}`, before.value, after.value, [])
  if (kind === 'StatefulSet')
    return [...shrinkTemplates(before.value, after.value), ...dropScaled(before.value, after.value)]
  if (kind === 'Deployment') return loseClaims(before.value, after.value)
  return []
}

/** The engines leave alone what says so. */
function isKept(value: Manifest): boolean {
  const flux = read(value, 'metadata', 'annotations', 'kustomize.toolkit.fluxcd.io/prune')
  const argocd = String(read(value, 'metadata', 'annotations', 'argocd.argoproj.io/sync-options') ?? '')
  return flux === 'disabled' || /(^|,)\s*(Prune|Delete)=false\s*(,|$)/.test(argocd)
}

function loseAll(kind: string, name: string, value: Manifest): readonly Mark[] {
  if (kind === 'PersistentVolumeClaim') return [lose(`the claim ${name} goes, and with it what it stores`)]
  if (kind === 'Namespace') return [lose(`everything in the namespace ${name} goes, claims and Secrets too`)]
  const policy = read(value, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenDeleted')
  if (kind === 'StatefulSet' && policy === 'Delete')
    return [lose(`the claims of ${name} go with it (whenDeleted: Delete)`)]
  return []
}

function shrinkTemplates(before: Manifest, after: Manifest): readonly Mark[] {
  const old = readItems(before, 'spec', 'volumeClaimTemplates')
  const young = readItems(after, 'spec', 'volumeClaimTemplates')
  return old.flatMap(template => {
    const name = read(template, 'metadata', 'name')
    const same = young.find(other => read(other, 'metadata', 'name') === name)
    if (same === undefined)
      return [lose(`the claim template ${name} goes: new pods do not find what the old ones stored`)]
    return shrink(`the claim template ${name}`, template, same, ['spec', 'volumeClaimTemplates', young.indexOf(same)])
  })
}

/** `at` is where the claim stands in the resource. */
function shrink(what: string, before: unknown, after: unknown, at: Path): readonly Mark[] {
  const field = ['spec', 'resources', 'requests', 'storage'] as const
  const [old, young] = [before, after].map(value => read(value, ...field))
  if (!(parseQuantity(young) < parseQuantity(old))) return []
  return [
    {
      kind: 'immutable',
      path: [...at, ...field],
      message: `${what} shrinks from ${old} to ${young}: no claim can, and the API server refuses it`,
    },
  ]
}

function dropScaled(before: Manifest, after: Manifest): readonly Mark[] {
  const [old, young] = [before, after].map(value => Number(read(value, 'spec', 'replicas') ?? 1))
  const policy = read(after, 'spec', 'persistentVolumeClaimRetentionPolicy', 'whenScaled')
  const stores = readItems(after, 'spec', 'volumeClaimTemplates').length > 0
  if (!stores || policy !== 'Delete' || (young ?? 1) >= (old ?? 1)) return []
  return [lose(`the claims of the pods above ${young} replicas go with them (whenScaled: Delete)`)]
}

/** A pod that no longer mounts its claim starts with nothing, though the claim may still be there. */
function loseClaims(before: Manifest, after: Manifest): readonly Mark[] {
  const young = new Set(claimsOf(after))
  return claimsOf(before)
    .filter(claim => !young.has(claim))
    .map(claim => lose(`the pods no longer mount the claim ${claim}: they start without what it stores`))
}

function claimsOf(value: Manifest): readonly string[] {
  const volumes = readItems(value, 'spec', 'template', 'spec', 'volumes')
  return volumes.map(one => read(one, 'persistentVolumeClaim', 'claimName')).filter(name => typeof name === 'string')
}
