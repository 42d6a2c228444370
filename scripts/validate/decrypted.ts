import type { Manifest, Resource } from '../model/resource.ts'

/**
 * What the cluster gets of a resource: Flux decrypts a file in the SOPS format and takes its key `sops` away, before
 * the API server sees it.
 */
export function decrypted({ value }: Pick<Resource, 'value'>): Manifest {
  const { sops, ...rest } = value
  return typeof sops === 'object' && sops !== null && 'mac' in sops ? rest : value
}
