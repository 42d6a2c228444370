import { encryptValue } from './encrypt-value.ts'

/** A manifest whose leaves are all texts: what a Secret needs, and what the SOPS format has one form for. */
export interface TextTree {
  readonly [key: string]: string | TextTree
}

export interface EncryptedTree {
  readonly tree: TextTree
  /** The texts of all leaves, encrypted or not, in the order of the file: what the authentication code covers. */
  readonly leaves: readonly string[]
}

/** Encrypts each leaf that lies in or below a key that `isSecret` names. An empty text stays empty, as SOPS has it. */
export function encryptTree(tree: TextTree, key: Uint8Array, isSecret: RegExp): EncryptedTree {
  const leaves: string[] = []
  return { tree: encryptBranch(tree, []), leaves }

  function encryptBranch(branch: TextTree, path: readonly string[]): TextTree {
    return Object.fromEntries(
      Object.entries(branch).map(([name, value]) => [name, encryptNode(value, [...path, name])]),
    )
  }

  function encryptNode(value: string | TextTree, path: readonly string[]): string | TextTree {
    if (typeof value !== 'string') return encryptBranch(value, path)
    leaves.push(value)
    return value !== '' && path.some(name => isSecret.test(name))
      ? encryptValue(value, key, `${path.join(':')}:`)
      : value
  }
}
