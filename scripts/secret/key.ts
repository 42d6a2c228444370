import type { KeyObject } from 'node:crypto'
import type { Store } from './external/write-external-secret.ts'

/** How one cluster gets the credential, with the public key that this takes. */
export type Key =
  | { readonly provider: 'existing' }
  | { readonly provider: 'sops'; readonly recipient: string }
  | { readonly provider: 'sealed-secrets'; readonly publicKey: KeyObject }
  | { readonly provider: 'external-secrets'; readonly store: Store }

/** Whether the credential itself goes into the file, encrypted. */
export const isEncrypting = ({ provider }: Key): boolean => provider === 'sops' || provider === 'sealed-secrets'
